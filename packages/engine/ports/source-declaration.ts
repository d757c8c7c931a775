import { z } from 'zod';

/** A secret, by the name of the environment variable that holds it: declarations never hold it themselves. */
export const secretReference = z.strictObject({
  env: z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'Expected the name of an environment variable, such as CRM_TOKEN.'),
});
export type SecretReference = z.infer<typeof secretReference>;

const common = {
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'Expected a short name of small letters, digits and hyphens.')
    .describe('Names the source in commands, reports and its kept position; another name begins anew.'),
  useCase: z.string().min(1).describe('Use case into whose history the rows go.'),
  recordType: z.string().min(1).optional().describe('Type of record; absent means the one that is decided.'),
  mapping: z
    .record(z.string(), z.string())
    .default({})
    .describe('Column to field, where names and aliases do not tell.'),
  notifyOn: z.array(z.enum(['failure', 'success'])).default(['failure']),
  retry: z
    .strictObject({
      attempts: z.int().min(1).max(100).default(6).describe('In a row without a row, before the load fails.'),
      firstSeconds: z.number().positive().max(3600).default(1).describe('First wait; each next is twice as long.'),
      longestSeconds: z.number().positive().max(86_400).default(120),
    })
    .prefault({}),
  portionRows: z
    .int()
    .min(1)
    .max(10_000_000)
    .default(50_000)
    .describe('Rows loaded together, kept on disk until then.'),
};

const fileForm = {
  format: z.enum(['csv', 'ndjson', 'parquet']).optional().describe('Absent means by the ending of the name.'),
  encoding: z.enum(['utf-8', 'windows-1252']).default('utf-8'),
};

const fileSource = z.strictObject({ kind: z.literal('file'), ...common, path: z.string().min(1), ...fileForm });

const folderSource = z.strictObject({
  kind: z.literal('folder'),
  ...common,
  path: z.string().min(1),
  pattern: z.string().min(1).default('*').describe('Of file names below the folder, `2026/*.csv`.'),
  settleSeconds: z
    .number()
    .min(0)
    .default(5)
    .describe('A file changed within this time may still be being written, and is left to the next load.'),
  ...fileForm,
});

const bucketSource = z.strictObject({
  kind: z.literal('bucket'),
  ...common,
  endpoint: z.url().describe('Of the S3-compatible service, https://s3.sa-east-1.amazonaws.com.'),
  region: z.string().min(1).default('us-east-1'),
  bucket: z.string().min(1),
  prefix: z.string().default(''),
  pattern: z.string().min(1).default('**').describe('Of the names behind the prefix, `2026/*.csv`.'),
  accessKeyId: secretReference,
  secretAccessKey: secretReference,
  ...fileForm,
});

const queryForm = {
  url: secretReference.describe('postgres://user:password@host:5432/database, or mysql://…'),
  query: z.string().min(1).describe('A select without a semicolon; all of it is read where there is no cursor.'),
  cursor: z
    .strictObject({
      column: z.string().min(1).describe('Of the query; grows with every new or changed row.'),
      key: z
        .string()
        .min(1)
        .optional()
        .describe('A second column that tells rows of the same cursor value apart. Without it they are read again.'),
      start: z.union([z.string(), z.number()]).optional().describe('Rows behind this value only.'),
    })
    .optional(),
  fetchRows: z.int().min(1).max(100_000).default(5_000),
};

const postgresSource = z.strictObject({ kind: z.literal('postgres'), ...common, ...queryForm });
const mysqlSource = z.strictObject({ kind: z.literal('mysql'), ...common, ...queryForm });

const paging = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('none') }),
  z.strictObject({
    by: z.literal('page'),
    parameter: z.string().default('page'),
    first: z.int().default(1),
    sizeParameter: z.string().optional(),
    size: z.int().min(1).optional().describe('A page with fewer rows is the last; without it, an empty one is.'),
  }),
  z.strictObject({
    by: z.literal('offset'),
    parameter: z.string().default('offset'),
    sizeParameter: z.string().default('limit'),
    size: z.int().min(1).default(100),
  }),
  z.strictObject({
    by: z.literal('cursor'),
    parameter: z.string().default('cursor'),
    next: z.string().describe('Path in the answer to the next cursor, `meta.next`; empty or absent at the end.'),
    keep: z.boolean().default(false).describe('The next load goes on from the last cursor: for feeds.'),
  }),
  z.strictObject({ by: z.literal('link') }),
]);

const httpAuthorization = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('bearer'), token: secretReference }),
  z.strictObject({ kind: z.literal('basic'), user: secretReference, password: secretReference }),
  z.strictObject({
    kind: z.literal('client-credentials'),
    tokenUrl: z.url(),
    clientId: secretReference,
    clientSecret: secretReference,
    scope: z.string().optional(),
  }),
]);

const requestForm = {
  url: z.url({ protocol: /^https?$/ }),
  headers: z.record(z.string(), z.union([z.string(), secretReference])).default({}),
  timeoutSeconds: z.number().positive().max(3600).default(60),
};

const httpSource = z.strictObject({
  kind: z.literal('http'),
  ...common,
  ...requestForm,
  parameters: z.record(z.string(), z.union([z.string(), secretReference])).default({}),
  rows: z.string().default('').describe('Path in the answer to the list of rows, `data.items`; empty is the answer.'),
  paging: paging.default({ by: 'none' }),
  authorization: httpAuthorization.optional(),
  incremental: z
    .strictObject({
      parameter: z.string().min(1).describe('Asks for rows changed since a value.'),
      field: z.string().min(1).describe('Path in a row to that value; the greatest one is the next load’s.'),
      start: z.string().optional(),
    })
    .optional(),
});

const htmlSource = z.strictObject({
  kind: z.literal('html'),
  ...common,
  ...requestForm,
  table: z
    .union([z.int().min(1), z.string().min(1)])
    .default(1)
    .describe('Which table of the page: its number from 1, or its id or caption.'),
});

const kafkaSource = z.strictObject({
  kind: z.literal('kafka'),
  ...common,
  brokers: z.array(z.string().regex(/^[^\s:]+:\d+$/, 'Expected host:port.')).min(1),
  topic: z.string().min(1),
  start: z.enum(['earliest', 'latest']).default('earliest').describe('Where the first load begins.'),
  tls: z.boolean().default(false),
  sasl: z
    .strictObject({
      mechanism: z.enum(['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512']),
      username: secretReference,
      password: secretReference,
    })
    .optional(),
});

/** A place from which rows come, as plain data. */
export const sourceDeclaration = z.discriminatedUnion('kind', [
  fileSource,
  folderSource,
  bucketSource,
  postgresSource,
  mysqlSource,
  httpSource,
  htmlSource,
  kafkaSource,
]);
export type SourceDeclaration = z.infer<typeof sourceDeclaration>;
export type SourceDeclarationInput = z.input<typeof sourceDeclaration>;
export type SourceKind = SourceDeclaration['kind'];
/** The declaration of one kind. */
export type SourceOfKind<Kind extends SourceKind> = Extract<SourceDeclaration, { kind: Kind }>;

/** Who is told of loads. */
export const notifierDeclaration = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('webhook'),
    url: z.url({ protocol: /^https?$/ }),
    /** Signs the body with HMAC-SHA-256. */
    secret: secretReference,
  }),
  z.strictObject({
    kind: z.literal('email'),
    smtp: secretReference.describe('smtp://user:password@host:587'),
    from: z.email(),
    to: z.array(z.email()).min(1),
    language: z.enum(['es', 'en']).default('es'),
  }),
]);
export type NotifierDeclaration = z.infer<typeof notifierDeclaration>;
export type NotifierOfKind<Kind extends NotifierDeclaration['kind']> = Extract<NotifierDeclaration, { kind: Kind }>;

/** The file of declarations. */
export const sourcesFile = z.strictObject({
  sources: z
    .array(sourceDeclaration)
    .refine(sources => new Set(sources.map(({ name }) => name)).size === sources.length, 'Two sources have one name.'),
  notify: z.array(notifierDeclaration).default([]),
});
export type SourcesFile = z.infer<typeof sourcesFile>;

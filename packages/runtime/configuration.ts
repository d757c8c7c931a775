import { join } from 'node:path';
import { RikuyError } from '@rikuy/contracts';
import { z } from 'zod';

/**
 * All configuration, read once at start; nothing else reads the environment. `.env.example` is generated from it.
 */
export const configurationSchema = z.object({
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe(
      'PostgreSQL to keep everything in, postgres://user:password@host:5432/database. Empty: an embedded database in RIKUY_DATA_DIR.',
    ),
  RIKUY_DATA_DIR: z
    .string()
    .min(1)
    .default('data')
    .describe('Folder of the embedded database, reject files and exports.'),
  RIKUY_HOST: z.string().min(1).default('127.0.0.1').describe('Address that the server listens on.'),
  RIKUY_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(8080)
    .describe('Port of the server; 0 picks a free one.'),
  RIKUY_DEMO: z
    .stringbool()
    .default(false)
    .describe('Seeded users can be chosen without a password. Never set it where others can reach the server.'),
  RIKUY_DEMO_ANY_ADDRESS: z
    .stringbool()
    .default(false)
    .describe(
      'Lets the demo listen beyond this machine, where anybody who reaches it is signed in; for a container whose port only you can reach.',
    ),
  RIKUY_THREADS: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .optional()
    .describe('Threads for training; default: the cores of the machine, at most 8.'),
  XGBOOST_LIB: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Library of XGBoost, for models whose plan says `engine: xgboost`. Empty: looked for where systems keep libraries.',
    ),
  RIKUY_LOG_LEVEL: z
    .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug'])
    .default('info')
    .describe('How much the server logs.'),
  RIKUY_LANGUAGE: z.enum(['es', 'en']).default('es').describe('Language of the command line: es or en.'),
  RIKUY_SOURCES: z
    .string()
    .min(1)
    .optional()
    .describe(
      'JSON file that declares the sources of records and who is told of their loads; see docs/guide/sources.md.',
    ),
  RIKUY_SESSION_HOURS: z.coerce.number().positive().max(720).default(12).describe('Hours after which a session ends.'),
});

export type Configuration = z.infer<typeof configurationSchema>;

/**
 * The configuration in these variables; empty ones count as absent.
 * @throws RikuyError `invalid-configuration` that names every wrong variable
 */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = configurationSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(issue => ({ field: issue.path.join('.'), message: issue.message }));
  const wrong = fields.map(({ field, message }) => `${field}: ${message}`).join('; ');
  throw new RikuyError(
    'invalid-configuration',
    `The environment is not usable: ${wrong}. See .env.example for what is expected.`,
    { fields },
  );
}

/** Where the embedded database lies. */
export function databaseDirectory({ RIKUY_DATA_DIR }: Configuration): string {
  return join(RIKUY_DATA_DIR, 'database');
}

/** Where the states of features are kept, for a start that need not read the whole log. */
export function snapshotFolder({ RIKUY_DATA_DIR }: Configuration): string {
  return join(RIKUY_DATA_DIR, 'snapshots');
}

import { z } from 'zod';

export const roles = [
  'officer',
  'loan-officer',
  'inspector',
  'specialist',
  'compliance-officer',
  'finance-manager',
  'analyst',
  'policy-maker',
  'data-scientist',
  'administrator',
  'auditor',
  'regulator',
  'owner',
  'merchant',
] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

/** Things that a role may do. */
export const permissions = [
  'score',
  'read-decisions',
  'read-queue',
  'work-cases',
  'read-models',
  'train-models',
  'load-records',
  'read-data',
  'administer',
] as const;
export type Permission = (typeof permissions)[number];

/** The whole permission table. */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  officer: ['score', 'read-decisions', 'read-queue', 'work-cases', 'read-models'],
  'loan-officer': ['score', 'read-decisions', 'read-queue', 'work-cases', 'read-models'],
  inspector: ['read-decisions', 'read-queue', 'work-cases', 'read-models'],
  specialist: ['score', 'read-decisions', 'read-queue', 'work-cases', 'read-models'],
  'compliance-officer': ['read-decisions', 'read-queue', 'work-cases', 'read-models'],
  'finance-manager': ['read-decisions', 'read-queue', 'read-models'],
  analyst: ['score', 'read-decisions', 'read-queue', 'read-models', 'read-data'],
  'policy-maker': ['read-queue', 'read-models', 'read-data'],
  'data-scientist': ['score', 'read-decisions', 'read-models', 'read-data', 'train-models'],
  administrator: [
    'score',
    'read-decisions',
    'read-queue',
    'work-cases',
    'read-models',
    'read-data',
    'train-models',
    'load-records',
    'administer',
  ],
  auditor: ['read-decisions', 'read-queue', 'read-models', 'read-data'],
  regulator: ['read-models'],
  owner: ['score'],
  merchant: ['score'],
};

export const user = z.strictObject({
  id: z.string(),
  name: z.string(),
  role,
  office: z.string().nullable(),
});
export type User = z.infer<typeof user>;

export const session = z.strictObject({
  user,
  permissions: z.array(z.enum(permissions)),
  /** True where the seeded users may be changed without a password. */
  demo: z.boolean(),
});
export type Session = z.infer<typeof session>;

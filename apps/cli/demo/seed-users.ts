import type { People, StoredUser } from '@rikuy/engine';

/** One user per role that a case has work for, named by what they do. They have no password: only the demo lets them in. */
const demoUsers: readonly StoredUser[] = [
  { id: 'oficial', name: 'Oficial de aduanas', role: 'officer', office: '118', passwordHash: null },
  { id: 'inspector', name: 'Inspector de aforo', role: 'inspector', office: '118', passwordHash: null },
  { id: 'analista', name: 'Analista tributario', role: 'analyst', office: null, passwordHash: null },
  { id: 'politica', name: 'Política tributaria', role: 'policy-maker', office: null, passwordHash: null },
  { id: 'especialista', name: 'Especialista en fraude', role: 'specialist', office: null, passwordHash: null },
  { id: 'comercio', name: 'Comercio', role: 'merchant', office: null, passwordHash: null },
  { id: 'cumplimiento', name: 'Oficial de cumplimiento', role: 'compliance-officer', office: null, passwordHash: null },
  { id: 'finanzas', name: 'Gerencia de finanzas', role: 'finance-manager', office: null, passwordHash: null },
  { id: 'creditos', name: 'Oficial de créditos', role: 'loan-officer', office: null, passwordHash: null },
  { id: 'titular', name: 'Titular de empresa', role: 'owner', office: null, passwordHash: null },
  { id: 'regulador', name: 'Regulador', role: 'regulator', office: null, passwordHash: null },
  { id: 'cientifico', name: 'Científico de datos', role: 'data-scientist', office: null, passwordHash: null },
  { id: 'administrador', name: 'Administrador', role: 'administrator', office: null, passwordHash: null },
  { id: 'auditor', name: 'Auditor', role: 'auditor', office: null, passwordHash: null },
];

/** Writes the demo's users; again leaves them as they are. */
export async function seedUsers(people: People): Promise<void> {
  for (const user of demoUsers) if (!(await people.find(user.id))) await people.save(user);
}

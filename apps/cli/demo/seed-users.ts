import type { People, StoredUser } from '@rikuy/engine';

/** One user per role that the first case has work for. They have no password: only the demo lets them in. */
const demoUsers: readonly StoredUser[] = [
  { id: 'oficial', name: 'Oficial de aduanas', role: 'officer', office: '118', passwordHash: null },
  { id: 'inspector', name: 'Inspector de aforo', role: 'inspector', office: '118', passwordHash: null },
  { id: 'analista', name: 'Analista de riesgo', role: 'analyst', office: null, passwordHash: null },
  { id: 'cientifico', name: 'Científico de datos', role: 'data-scientist', office: null, passwordHash: null },
  { id: 'administrador', name: 'Administrador', role: 'administrator', office: null, passwordHash: null },
  { id: 'auditor', name: 'Auditor', role: 'auditor', office: null, passwordHash: null },
];

/** Writes the demo's users; again leaves them as they are. */
export async function seedUsers(people: People): Promise<void> {
  for (const user of demoUsers) if (!(await people.find(user.id))) await people.save(user);
}

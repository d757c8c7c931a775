import { type Bilingual, type FieldInput, recordDeclaration } from '@rikuy/contracts';

export const text = (es: string, en: string): Bilingual => ({ es, en });
const told = (alias: string, title: Bilingual) => ({ aliases: [alias], title, description: title });
const code = { kind: 'identifier', required: true } as const;
const day = { kind: 'time', precision: 'day' } as const;
const soles = { kind: 'money', currency: 'PEN', min: 0 } as const;
const fields: FieldInput[] = [
  { name: 'claim_id', ...code, ...told('siniestro', text('Siniestro', 'Claim')) },
  { name: 'policy_id', ...code, personal: true, ...told('poliza', text('Póliza', 'Policy')) },
  { name: 'workshop_id', ...code, ...told('taller', text('Taller', 'Workshop')) },
  { name: 'branch_id', ...code, ...told('agencia', text('Agencia', 'Branch')) },
  { name: 'reported_on', ...day, required: true, ...told('fecha', text('Día del aviso', 'Day of the report')) },
  { name: 'insured_since', ...day, ...told('inicio', text('Inicio de la póliza', 'Start of the policy')) },
  { name: 'amount', ...soles, required: true, ...told('monto', text('Monto reclamado', 'Amount claimed')) },
  { name: 'sum_insured', ...soles, ...told('suma', text('Suma asegurada', 'Sum insured')) },
];

/** A motor insurance claim on the day of its report. */
export const claim = recordDeclaration.parse({
  title: text('Siniestro', 'Claim'),
  identity: ['claim_id'],
  timeField: 'reported_on',
  fields,
});

import type { Bilingual } from '@rikuy/contracts';

const named = (name: string): Bilingual => ({ es: name, en: name });

/** Departments of Peru, by ISO 3166-2 code. */
export const departments = {
  'PE-AMA': named('Amazonas'),
  'PE-ANC': named('Áncash'),
  'PE-APU': named('Apurímac'),
  'PE-ARE': named('Arequipa'),
  'PE-AYA': named('Ayacucho'),
  'PE-CAJ': named('Cajamarca'),
  'PE-CAL': named('Callao'),
  'PE-CUS': named('Cusco'),
  'PE-HUC': named('Huánuco'),
  'PE-HUV': named('Huancavelica'),
  'PE-ICA': named('Ica'),
  'PE-JUN': named('Junín'),
  'PE-LAL': named('La Libertad'),
  'PE-LAM': named('Lambayeque'),
  'PE-LIM': named('Lima'),
  'PE-LOR': named('Loreto'),
  'PE-MDD': named('Madre de Dios'),
  'PE-MOQ': named('Moquegua'),
  'PE-PAS': named('Pasco'),
  'PE-PIU': named('Piura'),
  'PE-PUN': named('Puno'),
  'PE-SAM': named('San Martín'),
  'PE-TAC': named('Tacna'),
  'PE-TUM': named('Tumbes'),
  'PE-UCA': named('Ucayali'),
} as const satisfies Record<string, Bilingual>;

export type Department = keyof typeof departments;

/** Names of departments as files write them, to their codes. */
export const departmentSpellings: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(departments).map(([code, { es }]) => [es, code]),
);

import { expression, type QuotaPolicy } from '@rikuy/engine';

/**
 * No action, desk review or audit by what each office's teams can work in a day. A lane takes a return only where what
 * is expected from it exceeds what working it costs. Capacities and costs fit the generated country; those who answer
 * for the teams set the real ones.
 */
export const taxPolicy: QuotaPolicy = {
  kind: 'quotas',
  version: '1',
  outcomes: [
    {
      code: 'no_action',
      title: { es: 'Sin acción', en: 'No action' },
      meaning: { es: 'La declaración queda como se presentó.', en: 'The return stands as filed.' },
      tone: 'good',
      worked: false,
    },
    {
      code: 'desk_review',
      title: { es: 'Revisión de gabinete', en: 'Desk review' },
      meaning: {
        es: 'Un analista contrasta la declaración con lo que se tiene y, si hace falta, envía una carta inductiva.',
        en: 'An analyst compares the return with what is on file and, where needed, sends a letter.',
      },
      tone: 'warning',
      worked: true,
    },
    {
      code: 'audit',
      title: { es: 'Fiscalización', en: 'Audit' },
      meaning: {
        es: 'Un auditor pide libros y comprobantes y visita al contribuyente.',
        en: 'An auditor asks for books and invoices and visits the taxpayer.',
      },
      tone: 'bad',
      worked: true,
    },
  ],
  lanes: [
    { outcome: 'desk_review', capacity: { lima: 2, default: 0.5 }, randomShare: 0.15, caseCost: 180 },
    { outcome: 'audit', capacity: { lima: 1, default: 0.3 }, randomShare: 0.1, caseCost: 2400 },
  ],
  rules: [
    {
      id: 'imports_exceed_income',
      when: expression(({ feature, and, atLeast }) =>
        and(atLeast(feature('import_tax_ratio'), 2.5), atLeast(feature('imports_60d_usd'), 30_000)),
      ),
      outcome: 'desk_review',
      text: {
        es: 'En 60 días importó por más de dos veces y media lo que declara vender, y por US$ 30,000 o más.',
        en: 'In 60 days it imported for over two and a half times what it says to sell, and for US$ 30,000 or more.',
      },
      short: { es: 'Importa más de lo que declara', en: 'Imports exceed income' },
    },
    {
      id: 'deductions_exceed_income',
      when: expression(({ record, and, above, atLeast }) =>
        and(above(record('deduction_amount'), record('declared_income')), atLeast(record('declared_income'), 50_000)),
      ),
      outcome: 'desk_review',
      text: {
        es: 'Las deducciones superan los ingresos, y estos son de S/ 50,000 o más.',
        en: 'Deductions exceed income, and income is S/ 50,000 or more.',
      },
      short: { es: 'Deduce más de lo que gana', en: 'Deducts more than it earns' },
    },
    {
      id: 'half_under_threshold',
      when: expression(({ record, feature, and, atLeast }) =>
        and(atLeast(feature('near_threshold_ratio'), 0.6), atLeast(record('invoice_count'), 15)),
      ),
      outcome: 'desk_review',
      text: {
        es: 'Seis de cada diez comprobantes de compra o más están justo bajo el umbral de bancarización.',
        en: 'Six in ten purchase invoices or more are just under the threshold for bank payment.',
      },
      short: { es: 'Casi todo bajo el umbral', en: 'Nearly all under the threshold' },
    },
    {
      id: 'tiny_and_regular',
      when: expression(({ record, feature, and, below, atLeast }) =>
        and(
          below(record('declared_income'), 3000),
          and(below(feature('imports_60d_usd'), 500), atLeast(feature('declarations_known'), 6)),
        ),
      ),
      outcome: 'desk_review',
      effect: 'at-most',
      text: {
        es: 'Ingresos muy pequeños, sin importaciones y con historia: no amerita una fiscalización.',
        en: 'Very small income, no imports and a history: not worth an audit.',
      },
      short: { es: 'Muy pequeño', en: 'Very small' },
    },
  ],
  lists: [
    {
      id: 'non_existent_operations',
      kind: 'deny',
      field: 'main_supplier_ruc',
      outcome: 'desk_review',
      text: {
        es: 'El proveedor principal está en la lista de sujetos sin capacidad operativa: {reason}',
        en: 'The main supplier is on the list of those without operating capacity: {reason}',
      },
      short: { es: 'Proveedor sin capacidad operativa', en: 'Supplier without operating capacity' },
      entries: [
        {
          value: '20969999990',
          from: '2024-01-01',
          reason: { es: 'resolución sintética 001-2024.', en: 'synthetic resolution 001-2024.' },
        },
      ],
    },
    {
      id: 'good_taxpayers',
      kind: 'allow',
      field: 'taxpayer_ruc',
      outcome: 'desk_review',
      text: {
        es: 'El contribuyente está en el régimen de buenos contribuyentes: {reason}',
        en: 'The taxpayer is in the regime of good taxpayers: {reason}',
      },
      short: { es: 'Buen contribuyente', en: 'Good taxpayer' },
      entries: [
        {
          value: '20969999991',
          from: '2024-01-01',
          until: '2027-01-01',
          reason: { es: 'incorporado en 2024.', en: 'admitted in 2024.' },
        },
      ],
    },
  ],
};

import type { Bilingual } from '@rikuy/contracts';

/** What an applicant is told before a model looks at the application, as a use of high risk demands. */
export const highRiskNotice: Bilingual = {
  es: 'Un sistema de inteligencia artificial estima la probabilidad de que este crédito se pague y propone aprobar, revisar o no aprobar. Usa lo que usted declara, sus comprobantes mensuales y la central de riesgos; no usa datos personales de los dueños. Usted puede ver el puntaje, los motivos y qué los cambiaría, corregir sus datos, y pedir que una persona revise la decisión y la cambie. Es un uso de alto riesgo (Ley 31814, DS 115-2025-PCM); sus datos se tratan según la Ley 29733.',
  en: 'An artificial-intelligence system estimates the probability that this credit is paid back and proposes to approve, refer or decline. It uses what you declare, your monthly invoices and the credit register; it uses no personal data of the owners. You may see the score, the reasons and what would change them, correct your data, and ask for a person to review the decision and change it. It is a high-risk use (Ley 31814, DS 115-2025-PCM); your data are treated under Ley 29733.',
};

import { defineUseCase, expression, type ThresholdPolicy, type TrainingPlan } from '@rikuy/engine';
import { claim, text } from './claim.ts';
import { claimFeatures, reasons } from './features.ts';

const boosting = { kind: 'gradient-boosting-classifier', params: { trees: 60, maxDepth: 3, minChildWeight: 5 } };
const training: TrainingPlan = {
  candidates: [{ name: 'boosting', title: text('Potenciación', 'Boosting'), estimator: boosting }],
  choose: { kind: 'named', name: 'boosting' },
  amountFeature: 'amount',
  delayDays: 30,
  validationShare: 0.25,
  warmUpDays: 60,
  shares: [0.05],
};

const pay = { title: text('Pagar', 'Pay'), meaning: text('Se paga sin más.', 'It is paid at once.') };
const inspect = { title: text('Peritar', 'Inspect'), meaning: text('Lo ve un perito.', 'An expert looks at it.') };
const aboveSum = expression(({ feature, above }) => above(feature('share_of_sum'), 1));
const tooMuch = text('Pide más que lo asegurado.', 'It asks for more than is insured.');
const policy: ThresholdPolicy = {
  kind: 'thresholds',
  version: '1',
  outcomes: [
    { code: 'pay', ...pay, tone: 'good', worked: false },
    { code: 'inspect', ...inspect, tone: 'warning', worked: true },
  ],
  costs: {
    pay: { ifPositive: { shareOfAmount: 1 }, ifNegative: {} }, // a fraud that is paid
    inspect: { ifPositive: { fixed: 400 }, ifNegative: { fixed: 400 } }, // an expert's visit
  },
  choose: 'on-validation',
  rules: [{ id: 'above_sum', when: aboveSum, outcome: 'inspect', text: tooMuch, short: text('Excede', 'Exceeds') }],
};

const amount = expression(({ record }) => record('amount'));
/** Motor insurance claims: a whole use case in under 150 lines; `docs/guide/new-use-case.md` walks through it. */
export const insuranceClaims = defineUseCase({
  id: 'insurance-claims',
  title: text('Siniestros de autos', 'Motor insurance claims'),
  description: text('Qué siniestros merecen un perito.', 'Which claims deserve an expert.'),
  records: { claim },
  decides: 'claim',
  entityField: 'policy_id',
  officeField: 'branch_id',
  valueField: 'amount',
  label: {
    name: 'fraudulent',
    positive: text('Fraudulento', 'Fraudulent'),
    negative: text('Legítimo', 'Genuine'),
    columns: { label: 'fraudulent', knownAt: 'closed_on', amount: 'loss' },
    currency: 'PEN',
  },
  lookups: {},
  features: claimFeatures,
  peers: { title: text('Monto en la agencia', 'Amount at the branch'), unit: 'PEN', value: amount, by: ['branch_id'] },
  training,
  policy,
  reasons,
  patterns: { new_policy: text('Póliza nueva', 'New policy'), workshop_ring: text('Red de taller', 'Workshop ring') },
  examples: [],
});

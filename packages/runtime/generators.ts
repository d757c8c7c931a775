import { RikuyError } from '@rikuy/contracts';
import { writeDeclarations } from '@rikuy/customs';
import { writePurchases } from '@rikuy/ecommerce';
import type { Generator } from '@rikuy/engine';
import { writeReturns } from '@rikuy/tax';
import { writePayments } from '@rikuy/payments';
import { historyDays, writeApplications } from '@rikuy/sme-credit';

const generators: Readonly<Record<string, Generator>> = {
  customs: { write: writeDeclarations },
  ecommerce: { write: writePurchases },
  tax: { write: writeReturns },
  payments: { write: writePayments },
  'sme-credit': { write: writeApplications, historyDays },
};

/** The generator of a use case's synthetic data. @throws RikuyError `not-found` */
export function generatorOf(useCase: string): Generator {
  const found = generators[useCase];
  if (!found)
    throw new RikuyError(
      'not-found',
      `${useCase} has no generator; there is one for ${Object.keys(generators).join(', ')}.`,
    );
  return found;
}

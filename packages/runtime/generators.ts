import { RikuyError } from '@rikuy/contracts';
import { writeDeclarations } from '@rikuy/customs';
import { writePurchases } from '@rikuy/ecommerce';
import type { Generator } from '@rikuy/engine';

const generators: Readonly<Record<string, Generator>> = {
  customs: { write: writeDeclarations },
  ecommerce: { write: writePurchases },
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

import { customs } from '@rikuy/customs';
import { customsKr } from '@rikuy/customs-kr';
import { ecommerce } from '@rikuy/ecommerce';
import type { UseCase } from '@rikuy/engine';
import { tax } from '@rikuy/tax';
import { payments } from '@rikuy/payments';
import { smeCredit } from '@rikuy/sme-credit';

/** The use cases that this installation serves. A new one is a folder and a line here. */
export const useCases: readonly UseCase[] = [customs, ecommerce, tax, payments, smeCredit, customsKr];

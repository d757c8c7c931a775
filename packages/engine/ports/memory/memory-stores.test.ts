import { describe, it } from 'vitest';
import { checkPorts } from '../../checks/check-ports.ts';
import { createMemoryStores } from './memory-stores.ts';

describe('memory stores', () => {
  const stores = createMemoryStores();
  // oxlint-disable-next-line vitest/expect-expect -- the checks assert
  it.each(checkPorts(() => stores))('$name', ({ run }) => run());
});

import { chainEntry } from '../audit-chain.ts';
import type { AuditEntry, AuditTrail, ChainedEntry } from '../audit-trail.ts';
import { inBatches, storedCopy } from './copy.ts';

export class MemoryAuditTrail implements AuditTrail {
  private readonly entries: ChainedEntry[] = [];

  async append(entry: AuditEntry): Promise<void> {
    this.entries.push(chainEntry(storedCopy(entry), this.entries.at(-1)));
  }

  read(): AsyncIterable<readonly ChainedEntry[]> {
    return inBatches(this.entries);
  }
}

import { sourceTaken } from '../refusals.ts';
import type { SourceClaim, SourceHolder, SourceLedger, SourceLoad, SourcePosition } from '../source-ledger.ts';
import { storedCopy } from './copy.ts';

interface SourceState {
  position: SourcePosition;
  held: { readonly holder: SourceHolder; readonly since: number; until: number } | null;
}

export class MemorySourceLedger implements SourceLedger {
  private readonly sources = new Map<string, SourceState>();
  private readonly loadsById = new Map<string, SourceLoad>();

  async claim({ source, holder, now, until, over }: Parameters<SourceLedger['claim']>[0]): Promise<SourceClaim> {
    const state = this.stateOf(source);
    if (state.held && state.held.until > now && state.held.holder.token !== over) {
      return { kind: 'busy', holder: state.held.holder, since: state.held.since };
    }
    state.held = { holder, since: now, until };
    const unfinished = (await this.loads({ source, limit: 1 })).find(load => load.state === 'running') ?? null;
    return { kind: 'granted', position: state.position, unfinished };
  }

  async extend(source: string, token: string, until: number): Promise<void> {
    this.requireHeld(source, token).until = until;
  }

  async save(token: string, load: SourceLoad, position: SourcePosition): Promise<void> {
    this.requireHeld(load.source, token);
    this.loadsById.set(load.loadId, storedCopy(load));
    this.stateOf(load.source).position = storedCopy(position);
  }

  async release(source: string, token: string): Promise<void> {
    const state = this.stateOf(source);
    if (state.held?.holder.token === token) state.held = null;
  }

  async loads({ source, limit }: Parameters<SourceLedger['loads']>[0]): Promise<readonly SourceLoad[]> {
    return [...this.loadsById.values()]
      .filter(load => source === undefined || load.source === source)
      .toReversed()
      .slice(0, limit)
      .map(storedCopy);
  }

  private stateOf(source: string): SourceState {
    const state = this.sources.get(source) ?? { position: { cursor: null, portions: 0 }, held: null };
    this.sources.set(source, state);
    return state;
  }

  private requireHeld(source: string, token: string) {
    const { held } = this.stateOf(source);
    if (held?.holder.token !== token) throw sourceTaken(source);
    return held;
  }
}

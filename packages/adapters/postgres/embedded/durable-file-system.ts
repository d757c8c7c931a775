import { fsyncSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type NodeFsInit = Awaited<ReturnType<NodeFS['init']>>;
type NodeFsOptions = Parameters<NodeFS['init']>[1];

/**
 * PGlite's files in a folder, with an fsync that reaches the disk. Emscripten's NODEFS has none, so PostgreSQL believes
 * its log safe while a power cut would lose it. Touches internals of @electric-sql/pglite 0.5.16: the version is pinned
 * and a test counts the syncs of a commit.
 */
export class DurableFileSystem extends NodeFS {
  /** How often a file was synced since the start. */
  syncs = 0;

  override async init(database: PGlite, options: NodeFsOptions): Promise<NodeFsInit> {
    const { emscriptenOpts } = await super.init(database, options);
    const giveSync = (module: object): void => {
      const operations = streamOperations(module);
      operations.fsync = ({ nfd }) => {
        if (nfd !== undefined) this.sync(nfd);
        return 0;
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), giveSync] } };
  }

  private sync(descriptor: number): void {
    fsyncSync(descriptor);
    this.syncs++;
  }
}

interface StreamOperations {
  fsync?: (stream: { readonly nfd?: number }) => number;
}

function streamOperations(module: object): StreamOperations {
  const { NODEFS } = module as { NODEFS?: { stream_ops?: StreamOperations } };
  if (!NODEFS?.stream_ops) {
    throw new Error('PGlite’s internals changed: NODEFS.stream_ops must be reachable to make commits durable.');
  }
  return NODEFS.stream_ops;
}

import { RikuyError } from '@rikuy/contracts';

/** The error itself, or for a file system without space, or a quota that is used up, one that says so. */
export function withDiskNamed(error: unknown): unknown {
  const isFull = error instanceof Error && 'code' in error && ['ENOSPC', 'EDQUOT'].includes(String(error.code));
  return isFull ? diskFull(error) : error;
}

function diskFull(cause: unknown): RikuyError {
  return new RikuyError(
    'storage-unavailable',
    'The disk is full: a load needs space for what it fetches, for the reject file and, in the temporary folder, for what it sorts. Free some and load again; it goes on where it was.',
    { cause },
  );
}

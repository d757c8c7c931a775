import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of the public data, `RIKUY_DATA` or beside the repository; null where there is none. */
export function publicData(name: string): string | null {
  const folder = join(process.env.RIKUY_DATA ?? join(import.meta.dirname, '..', '..', 'shared', 'data'), name);
  return existsSync(folder) ? folder : null;
}

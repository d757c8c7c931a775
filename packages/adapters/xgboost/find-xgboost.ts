import { existsSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['/usr/local/lib', '/usr/lib', '/usr/lib64', '/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu'];
const MAC_FOLDERS = ['/opt/homebrew/lib', '/usr/local/lib'];

/**
 * The file of XGBoost's library: what `XGBOOST_LIB` names, or the first found where systems keep libraries; undefined
 * where there is none.
 * @example findXgboost(process.env)
 */
export function findXgboost(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const named = environment['XGBOOST_LIB'];
  if (named) return existsSync(named) ? named : undefined;
  return usualPlaces().find(file => existsSync(file));
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') return MAC_FOLDERS.map(folder => join(folder, 'libxgboost.dylib'));
  return FOLDERS.flatMap(folder => ['libxgboost.so', 'libxgboost.so.0'].map(file => join(folder, file)));
}

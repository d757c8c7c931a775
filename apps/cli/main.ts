#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Keeps what was compiled beside the installed packages: every start after the first takes half the time.
enableCompileCache(join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'rikuy', 'compiled'));
await import('./program.ts');

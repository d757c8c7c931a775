import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';

declare const process: { readonly env: Record<string, string | undefined> };

/** `vite build apps/console` writes the console to `apps/console/dist`; the server serves that folder. */
export default defineConfig(({ command }) => {
  // Built from a test run, where NODE_ENV is `test`, it would else hold React's slow development code.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return consoleConfig;
});

const consoleConfig: UserConfig = {
  plugins: [react()],
  build: {
    target: 'es2023',
    // Charts are one lazy chunk of their own, larger than Vite's default warning.
    chunkSizeWarningLimit: 700,
    // A data: URI would need its own permission in the content security policy.
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': 'http://localhost:8080', '/health': 'http://localhost:8080' } },
};

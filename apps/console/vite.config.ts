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
    // The libraries are one long-cached chunk and the charts another, both larger than Vite warns of.
    chunkSizeWarningLimit: 900,
    // A data: URI would need its own permission in the content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Dozens of small files cost more round trips than they save bytes; the chart library stays apart.
          groups: [{ name: 'vendor', test: /node_modules[\\/](?!echarts|zrender)/ }],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://localhost:8080', '/health': 'http://localhost:8080' } },
};

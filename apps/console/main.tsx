import '@mantine/core/styles.css';
import './app/console.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { reloadAfterUpgrade } from './app/reload-after-upgrade.ts';
import { createConsoleRouter } from './app/router.tsx';
import { theme } from './app/theme.ts';
import { createQueryClient } from './server/query-client.ts';
import { startTexts } from './text/i18n.ts';

// Compiled parsers need `new Function`, which the content security policy forbids.
z.config({ jitless: true });

reloadAfterUpgrade();
const queryClient = createQueryClient();
const router = createConsoleRouter(queryClient);

await startTexts();
createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <RouterProvider router={router} />
      </MantineProvider>
    </QueryClientProvider>
  </StrictMode>,
);

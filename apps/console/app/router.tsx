import { caseStatuses } from '@rikuy/contracts';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { z } from 'zod';
import { sessionQuery, useCasesQuery } from '../server/queries.ts';
import { CrashPage, MissingPage, PendingPage } from './edge-pages.tsx';
import { Root } from './root.tsx';
import { Shell } from './shell.tsx';
import { UseCaseBoundary } from './use-case-boundary.tsx';
import { preferredUseCase } from './use-case-preference.ts';

interface RouterContext {
  readonly queryClient: QueryClient;
}

const rootRoute = createRootRouteWithContext<RouterContext>()({ component: Root, notFoundComponent: MissingPage });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ingresar',
  validateSearch: z.object({ volver: z.string().startsWith('/').optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../pages/sign-in-page.tsx'), 'SignInPage'),
});

/** Everything behind the sign-in. */
const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (session === null) throw redirect({ to: '/ingresar', search: { volver: location.href } });
  },
});

const startRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  loader: async ({ context }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    const useCases = await context.queryClient.ensureQueryData(useCasesQuery);
    const useCase = session && preferredUseCase(useCases, session.user);
    if (useCase) throw redirect({ to: '/casos/$useCase/inicio', params: { useCase } });
  },
  component: lazyRouteComponent(() => import('../pages/no-use-case-page.tsx'), 'NoUseCasePage'),
});

const useCaseRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/casos/$useCase',
  component: UseCaseBoundary,
});

const isoDay = z.iso.date().optional().catch(undefined);
const word = z.coerce.string().max(128).optional().catch(undefined);

const homeRoute = createRoute({
  getParentRoute: () => useCaseRoute,
  path: '/inicio',
  validateSearch: z.object({ dia: isoDay }),
  component: lazyRouteComponent(() => import('../pages/home/home-page.tsx'), 'HomePage'),
});

const queueRoute = createRoute({
  getParentRoute: () => useCaseRoute,
  path: '/cola',
  validateSearch: z.object({
    dia: isoDay,
    oficina: word,
    canal: word,
    estado: z.enum(caseStatuses).optional().catch(undefined),
    q: word,
  }),
  component: lazyRouteComponent(() => import('../pages/queue/queue-page.tsx'), 'QueuePage'),
});

const decisionRoute = createRoute({
  getParentRoute: () => useCaseRoute,
  path: '/decisiones/$id',
  validateSearch: z.object({ veredicto: z.literal('abrir').optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../pages/decision/decision-page.tsx'), 'DecisionPage'),
});

const consultRoute = createRoute({
  getParentRoute: () => useCaseRoute,
  path: '/consultar',
  component: lazyRouteComponent(() => import('../pages/consult/consult-page.tsx'), 'ConsultPage'),
});

const modelsRoute = createRoute({
  getParentRoute: () => useCaseRoute,
  path: '/modelos',
  component: lazyRouteComponent(() => import('../pages/models/models-page.tsx'), 'ModelsPage'),
});

const modelRoute = createRoute({
  getParentRoute: () => useCaseRoute,
  path: '/modelos/$version',
  validateSearch: z.object({ figuras: word, parte: z.coerce.number().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../pages/models/model-page.tsx'), 'ModelPage'),
});

const featuresRoute = createRoute({
  getParentRoute: () => useCaseRoute,
  path: '/variables',
  validateSearch: z.object({ q: word, maniobra: word }),
  component: lazyRouteComponent(() => import('../pages/features/features-page.tsx'), 'FeaturesPage'),
});

const featureRoute = createRoute({
  getParentRoute: () => useCaseRoute,
  path: '/variables/$name',
  component: lazyRouteComponent(() => import('../pages/features/feature-page.tsx'), 'FeaturePage'),
});

const dataRoute = createRoute({
  getParentRoute: () => useCaseRoute,
  path: '/datos',
  component: lazyRouteComponent(() => import('../pages/data/data-page.tsx'), 'DataPage'),
});

const datasetRoute = createRoute({
  getParentRoute: () => useCaseRoute,
  path: '/datos/$version',
  validateSearch: z.object({ desde: word }),
  component: lazyRouteComponent(() => import('../pages/data/dataset-page.tsx'), 'DatasetPage'),
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  shellRoute.addChildren([
    startRoute,
    useCaseRoute.addChildren([
      homeRoute,
      queueRoute,
      decisionRoute,
      consultRoute,
      modelsRoute,
      modelRoute,
      featuresRoute,
      featureRoute,
      dataRoute,
      datasetRoute,
    ]),
  ]),
]);

/** The pages and their addresses. Filters stand in the address, so that every view can be shared. */
export function createConsoleRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPendingComponent: PendingPage,
    defaultErrorComponent: CrashPage,
    defaultNotFoundComponent: MissingPage,
    scrollRestoration: true,
    scrollToTopSelectors: ['#content'],
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
}

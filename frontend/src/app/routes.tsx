import type { RouteObject } from 'react-router';
import { featureRoutes } from './features';
import { NotFound } from './pages/NotFound';
import { Shell } from './shell/Shell';

/** Every page is fetched when first opened. */
export const routes: RouteObject[] = [
  {
    element: <Shell />,
    hydrateFallbackElement: <></>,
    children: [...featureRoutes, { path: '*', element: <NotFound /> }],
  },
];

import type { RouteObject } from 'react-router';
import { featureRoutes } from './features';
import { Broken } from './pages/Broken';
import { NotFound } from './pages/NotFound';
import { Shell } from './shell/Shell';

/** Every page is fetched when first opened. */
export const routes: RouteObject[] = [
  {
    element: <Shell />,
    hydrateFallbackElement: <></>,
    children: [
      { errorElement: <Broken />, children: [...featureRoutes, { path: '*', element: <NotFound /> }] },
    ],
  },
];

import { accountRoutes } from './account-routes.ts';
import { instanceRoutes } from './instance-routes.ts';
import { oauthRoutes } from './oauth-routes.ts';
import { postRoutes } from './post-routes.ts';
import { reportRoutes } from './report-routes.ts';
import type { Route } from './route.ts';
import { statisticsRoutes } from './statistics-routes.ts';
import { tagRoutes } from './tag-routes.ts';

/** Everything the practice server answers, besides its own controls. */
export const allRoutes: readonly Route[] = [
  ...instanceRoutes,
  ...oauthRoutes,
  ...reportRoutes,
  ...accountRoutes,
  ...postRoutes,
  ...statisticsRoutes,
  ...tagRoutes,
];

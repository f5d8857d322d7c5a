import { accountRoutes } from './account-routes.ts';
import { instanceRoutes } from './instance-routes.ts';
import { postRoutes } from './post-routes.ts';
import { reportRoutes } from './report-routes.ts';
import type { Route } from './route.ts';

/** Everything the practice server answers, besides its own controls. */
export const allRoutes: readonly Route[] = [...instanceRoutes, ...reportRoutes, ...accountRoutes, ...postRoutes];

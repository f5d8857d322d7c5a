import type { MetricModule } from '../metric-module.ts';
import { activePartners } from './active-partners.ts';
import { resourceUse } from './resource-use.ts';
import { routeSteps } from './route-steps.ts';

/** Metrics of the outreach dashboard, in the order of the catalogue; those by group are in `group/all.ts`. */
export const outreachMetrics: readonly MetricModule[] = [routeSteps, resourceUse, activePartners];

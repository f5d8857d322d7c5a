import { advocacyMetrics } from './advocacy/all.ts';
import { connectionExtras, connectionMetrics } from './connection/all.ts';
import type { MetricModule } from './metric-module.ts';
import { moderationMetrics } from './moderation/all.ts';
import { outreachMetrics } from './outreach/all.ts';
import { resilienceMetrics } from './resilience/all.ts';

/** Sections of the catalogue, in its order: connection, advocacy, resilience with outreach, moderation. */
const SECTIONS = 'RAZM';

/**
 * Every metric of the catalogue but those by identity group (`group/all.ts`), in its order; an extra chart of a metric
 * (`M10_clock`) follows it. Screens, help, exports and tests read this list.
 */
export const catalogue: readonly MetricModule[] = [
  ...connectionMetrics,
  ...connectionExtras,
  ...advocacyMetrics,
  ...resilienceMetrics,
  ...outreachMetrics,
  ...moderationMetrics,
].sort((a, b) => placeOf(a) - placeOf(b));

/** Place of a metric's row in the catalogue. Extra charts have the place of their metric: sorting keeps them behind it. */
function placeOf({ id }: MetricModule): number {
  return SECTIONS.indexOf(id.charAt(0)) * 100 + Number.parseInt(id.slice(1), 10);
}

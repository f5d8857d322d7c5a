import type { MetricModule } from './metric-module.ts';

/** Every metric of the catalogue, in its order. Screens, help, exports and tests read this list. */
export const catalogue: readonly MetricModule[] = [];

import { type MetricModule, stepwise } from '../metric-module.ts';
import { waitCurves } from './wait-curves.ts';

/** R4. Share of support requests answered within a promise of one or two days: 1 − S(24) and 1 − S(48) of R2. */
export const answeredAsPromised: MetricModule = {
  id: 'R4',
  dashboard: 'connection',
  isCore: false,
  definitionVersion: 2,
  level: 2,
  needs: ['messages', 'reply-links', 'requests'],
  chart: null,
  source: 'CHAOSS, Starter Project Health',
  place: 'any',
  ...stepwise((facts, window) => waitCurves(facts, window, [24, 48])),
};

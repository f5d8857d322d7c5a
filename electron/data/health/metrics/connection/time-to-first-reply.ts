import { type MetricModule, stepwise } from '../metric-module.ts';
import { waitCurves } from './wait-curves.ts';

/** R2. Share of support requests answered by another person, by hours since they were asked; unanswered ones censored. */
export const timeToFirstReply: MetricModule = {
  id: 'R2',
  dashboard: 'connection',
  isCore: true,
  definitionVersion: 2,
  level: 2,
  needs: ['messages', 'reply-links', 'requests'],
  chart: 2,
  source: 'CHAOSS, Time to First Response; Kaplan and Meier 1958',
  place: 'any',
  team: 'things',
  ...stepwise((facts, window) => waitCurves(facts, window, [24, 1, 72])),
};

import { catalogue } from '../metrics/catalogue.ts';
import { groupMetrics } from '../metrics/group/all.ts';
import { isByGroup } from './goals-view.ts';

/** Differences of two shares, whose goal may lie below zero. */
const DIFFERENCES = new Set([
  'Z23',
  ...groupMetrics.filter(({ measure }) => ['stay', 'activation', 'first-reply'].includes(measure)).map(({ id }) => id),
]);
const AIMS = /^(?:|median|share\/\d{1,5}|return\/\d{1,3}|part\/[\w-]{1,40})$/;

/** Whether a goal of a metric may have this aim. Whether the number is told just now is another question. */
export function mayAim(metricId: string, aim: string): boolean {
  if (groupMetrics.some(({ id }) => id === metricId)) return isByGroup(aim);
  return catalogue.some(({ id }) => id === metricId && !id.includes('_')) && AIMS.test(aim);
}

/** Whether a target below zero makes sense. */
export function mayBeNegative(metricId: string): boolean {
  return DIFFERENCES.has(metricId);
}

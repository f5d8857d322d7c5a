import type { ChartRow } from '../../shared/domain/health/chart.ts';
import type { SplitView } from '../../shared/ipc/topics/dashboards.ts';
import { aQuestion } from './identity.ts';
import { anIdentityDesk } from './identity-desk.ts';
import { aPost } from './new-activities.ts';

const day = 86_400_000;
/** A week of the bench's clock. */
export const week = 7 * day;

/** A question with two answers and no words of one's own. */
export const yesOrNo = aQuestion({
  key: 'trans-status',
  kind: 'trans-status',
  several: false,
  freeTerm: false,
  answers: ['yes', 'no'].map((code) => ({ code, labels: { en: code }, written: [] })),
});

/**
 * A desk in a community whose members came one after the other a year ago, every second one of whom stayed: what somebody
 * sees who asks for its splits week by week.
 */
export function aSplitBench(size = 200, question = yesOrNo) {
  const acts = Array.from({ length: size }, (_, at) => {
    const start = Date.UTC(2025, 9, 1) + (at % 30) * day;
    const wrote = at % 2 === 0 ? [0, 40, 80, 120, 160, 200] : [0, 5];
    return wrote.map((after) => aPost(`m${at}`, start + after * day));
  }).flat();
  return anIdentityDesk({ acts, question });
}

/** Rows of a split that are drawn. */
export function rowsOf({ chart }: SplitView): readonly ChartRow[] {
  return chart?.shape.kind === 'dots' ? chart.shape.rows : [];
}

/** Names of a split's rows that are told as too few. */
export function tooFewOf({ chart }: SplitView): readonly unknown[] {
  return chart?.shape.kind === 'dots' ? chart.shape.tooFew : [];
}

/** People of a row as a reader works them out from share and whole; null where the row is not told. */
export function peopleRead(view: SplitView, id: string): number | null {
  const row = rowsOf(view).find((one) => one.id === id);
  if (!row || !('value' in row.value) || row.n?.mark !== 'shown') return null;
  return Math.round((row.value.value * row.n.value) / 500) * 5;
}

import { sayable } from '../../../../shared/domain/health/said-change.ts';
import type { PublishedValue } from '../../../../shared/domain/published.ts';
import type { Finding, HealthView, Reciprocity, StayCurve } from '../../../../shared/ipc/topics/health.ts';
import { likelyChange } from './comparison.ts';
import { fraction } from './finding.ts';

/** What was told of the same community before, and of which quarter. */
export interface ToldBefore {
  /** Noon of the last local day of that quarter, as a moment in UTC. */
  readonly quarterEnd: number;
  readonly stay: StayCurve | null;
  readonly reciprocity: Reciprocity | null;
}

/**
 * A view with what changed since an earlier quarter, from what is told of both alone. A curve of another gap, level or
 * definition is another curve, and what already says how it changed is left as it is.
 */
export function withChangeSince(view: HealthView, before: ToldBefore): HealthView {
  const stay = view.stay && before.stay && stayChange(view.stay, before.stay, before.quarterEnd);
  const ties = view.reciprocity;
  const tiesBefore = before.reciprocity?.definitionVersion === ties?.definitionVersion ? before.reciprocity : null;
  const end = before.quarterEnd;
  const change = ties && tiesBefore && changed('reciprocity', ties.arcShare, tiesBefore.arcShare, { end });
  return {
    ...view,
    stay: view.stay && stay ? { ...view.stay, comparison: stay } : view.stay,
    reciprocity: ties && !ties.comparison && change ? { ...ties, comparison: change } : ties,
  };
}

/** How the share of returned ties changed from the same number of days before. */
export function reciprocityChange(now: Reciprocity, before: PublishedValue, days: number): Finding | undefined {
  return changed('reciprocityDays', now.arcShare, before, { days });
}

/** Of the first of 90 and 30 days that both curves tell of. */
function stayChange(now: StayCurve, before: StayCurve, quarterEnd: number): Finding | undefined {
  const isSame = (['definitionVersion', 'level', 'gapDays'] as const).every((name) => now[name] === before[name]);
  if (!isSame) return undefined;
  for (const day of [90, 30] as const) {
    const at = ({ marks }: StayCurve) => marks.find((mark) => mark.day === day)?.share;
    const change = changed('stay', at(now), at(before), { day, end: quarterEnd });
    if (change) return change;
  }
  return undefined;
}

function changed(
  what: string,
  now: PublishedValue | undefined,
  before: PublishedValue | undefined,
  params: Finding['params'],
): Finding | undefined {
  const [said, was] = [sayable(now), sayable(before)];
  if (!said || !was) return undefined;
  const shares = { share: fraction(was.value), now: fraction(said.value) };
  return { key: `comparison.${what}${likelyChange(said, was)}`, params: { ...params, ...shares } };
}

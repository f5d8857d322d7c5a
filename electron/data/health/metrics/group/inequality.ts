import { inequalityOf } from '../../statistics/theil.ts';
import type { GroupMetricModule } from '../group-metric.ts';
import { missing } from '../missing.ts';
import type { RawEstimate, RawGaps, RawNumbers } from '../raw-result.ts';
import { stayedAtNinety, stayStatus } from '../stayed-at-ninety.ts';
import { wordsOf } from '../words-of.ts';
import { gapsOf } from './gaps-of.ts';
import { groupRows, refuseCrossing } from './group-rows.ts';

const word = wordsOf('outreach');

/**
 * Z19. How unequal staying is between the groups of a question: Theil index and mean log deviation over their sizes and
 * shares still there after 90 days. Who named several groups counts in each.
 */
export const inequality: GroupMetricModule = {
  id: 'Z19',
  dashboard: 'outreach',
  isCore: false,
  definitionVersion: 2,
  level: 2,
  needs: ['identity-answers', 'activity-days'],
  chart: null,
  source: 'WHO HEAT, technical notes',
  place: 'any',
  team: 'groups',
  measure: 'inequality',
  held: 'never',
  crossings: [],
  computeByGroup: (facts, groups, window, crossing = 'none') => {
    refuseCrossing(crossing);
    if (groups.answered.length === 0) return missing('identity-answers');
    const stays = stayedAtNinety(facts, window);
    return inequalityOfGaps(gapsOf(groupRows(groups), (person) => stayStatus(stays, person)));
  },
};

/** The same from the counts of a comparison of groups, as they were told. */
export function inequalityOfGaps({ rows }: RawGaps): RawNumbers {
  const [first] = rows;
  const row = {
    unit: 'index' as const,
    // A group and all others are everybody, whichever group is taken.
    people: first ? first.group.whole + first.rest.whole : 0,
    counts: rows.flatMap(({ group }) => [group.part, group.whole]),
    decimals: 3,
  };
  return {
    kind: 'numbers',
    draw: 'numbers',
    rows: [
      { id: 'all', label: word('theil'), ...row, formula: (counts) => estimate(counts, 'theil') },
      {
        id: 'deviation',
        label: word('meanLogDeviation'),
        ...row,
        formula: (counts) => estimate(counts, 'meanLogDeviation'),
      },
    ],
  };
}

/** Counts: part and whole of each group in turn. */
function estimate(counts: readonly number[], measure: 'theil' | 'meanLogDeviation'): RawEstimate | undefined {
  const rates: { size: number; rate: number }[] = [];
  for (let at = 0; at + 1 < counts.length; at += 2) {
    const size = counts[at + 1] ?? 0;
    rates.push({ size, rate: size > 0 ? Math.min(1, (counts[at] ?? 0) / size) : 0 });
  }
  const value = inequalityOf(rates)?.[measure];
  return value === undefined ? undefined : { value };
}

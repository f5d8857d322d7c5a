import type { TagMeasure } from '../../facts/health-facts.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { MS_PER_DAY } from '../period-places.ts';
import { rowLabel } from './labels.ts';

const MOST_WEEKS = 6;
const measures = ['accounts', 'uses', 'servers'] as const;

/** A9. Accounts that used a hashtag, how often, and on how many servers; per week, as one platform tells it. */
export const hashtagReach: MetricModule = {
  id: 'A9',
  dashboard: 'advocacy',
  isCore: false,
  definitionVersion: 1,
  level: null,
  needs: ['campaigns', 'platform-measures'],
  chart: null,
  source: 'Mastodon, admin measures tag_accounts, tag_uses, tag_servers',
  place: 'any',
  team: 'nameless',
  compute: (facts, window) => {
    const from = window.periods[0]?.firstDay ?? facts.firstDay;
    const weeks = (facts.tagMeasures ?? [])
      .filter(({ day }) => day >= from && day + 6 <= facts.lastDay)
      .sort((a, b) => b.day - a.day)
      .slice(0, MOST_WEEKS);
    if (weeks.length === 0) return missing('platform-measures');
    const rows = weeks.flatMap((week, at) =>
      measures.map((measure) => ({
        id: `${at}:${measure}`,
        label: rowLabel(`tag.${measure}`),
        facet: headingOf(week),
        count: week[measure],
      })),
    );
    return { kind: 'counts', draw: 'bars', of: 'people', rows };
  },
};

function headingOf({ tag, day }: TagMeasure) {
  return rowLabel('tagInWeek', { tag, start: day * MS_PER_DAY });
}

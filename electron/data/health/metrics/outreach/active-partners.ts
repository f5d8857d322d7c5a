import type { DayNumber } from '../../calendar/civil-day.ts';
import type { OutreachFacts } from '../../facts/outreach-facts.ts';
import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { lastDayIn, periodRow } from '../period-series.ts';
import { wordsOf } from '../words-of.ts';

const word = wordsOf('outreach');
const SPAN_DAYS = 180;

/** Z25. Partner groups with at least one joint event, referral or campaign in the 180 days up to the end of a period. */
export const activePartners: MetricModule = {
  id: 'Z25',
  dashboard: 'outreach',
  isCore: false,
  definitionVersion: 1,
  level: null,
  needs: ['partners'],
  chart: null,
  source: 'The community itself: joint events, referrals and campaigns in half a year',
  place: 'any',
  team: 'things',
  spanDays: SPAN_DAYS,
  compute: (facts, { periods }) => {
    const { outreach } = facts;
    if (outreach.partners.length === 0) return missing('partners');
    const rows = periods.map((period) => {
      const to = lastDayIn(period, facts.lastDay);
      return { ...periodRow(period, word('activePartners')), count: partnersIn(outreach, to - SPAN_DAYS + 1, to).size };
    });
    return { kind: 'counts', draw: 'series', of: 'things', rows };
  },
};

function partnersIn({ events, referrals, campaigns }: OutreachFacts, from: DayNumber, to: DayNumber): Set<number> {
  const inSpan = ({ day }: { readonly day: DayNumber }) => day >= from && day <= to;
  const runs = ({ startDay, endDay }: { startDay: DayNumber; endDay: DayNumber | null }) =>
    startDay <= to && (endDay ?? to) >= from;
  const partners = [...events.filter(inSpan), ...referrals.filter(inSpan), ...campaigns.filter(runs)];
  return new Set(partners.map(({ partner }) => partner).filter((partner) => partner >= 0));
}

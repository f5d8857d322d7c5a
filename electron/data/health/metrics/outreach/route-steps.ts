import type { ChartLabel } from '../../../../../shared/domain/health/chart.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';
import { lackOfTies } from '../connection/reply-graph.ts';
import { type MetricModule, stepwise } from '../metric-module.ts';
import { missing } from '../missing.ts';
import type { RawShares } from '../raw-result.ts';
import { wordsOf } from '../words-of.ts';
import { FOLLOWED_DAYS, type Step, stepBits, stepsTaken } from './steps-taken.ts';

const word = wordsOf('outreach');

/** Each step of the step before it, and of all who signed up. */
const SHARES: readonly { readonly id: string; readonly step: Step; readonly of: Step }[] = [
  { id: 'firstMessageOfSignedUp', step: 'firstMessage', of: 'signedUp' },
  { id: 'mutualTieOfFirstMessage', step: 'mutualTie', of: 'firstMessage' },
  { id: 'mutualTieOfSignedUp', step: 'mutualTie', of: 'signedUp' },
  { id: 'activeOfMutualTie', step: 'active', of: 'mutualTie' },
  { id: 'activeOfSignedUp', step: 'active', of: 'signedUp' },
];

const INVITED = 'signedUpOfInvited';

/**
 * Z20. How far people came who signed up in the periods under view and could be followed for 90 days, by route, in the
 * order the routes were written down. Invitations are known as a number alone: where fewer are noted than people signed
 * up, the notes are not complete and that step is left out.
 */
export const routeSteps: MetricModule = {
  id: 'Z20',
  dashboard: 'outreach',
  isCore: true,
  definitionVersion: 2,
  level: 1,
  needs: ['join-routes', 'join-dates', 'reply-links', 'activity-days'],
  chart: 11,
  source: 'CHAOSS, Conversion Rate; PostHog, funnels',
  place: 'any',
  team: 'by-joining',
  ...stepwise(function* (facts, { periods, current }) {
    const { routes } = facts.outreach;
    if (routes.length === 0 || !facts.people.route.some((route) => route >= 0)) {
      return missing('join-routes');
    }
    const lack = lackOfTies(facts);
    if (lack) return lack;
    const from = periods[0]?.firstDay ?? current.firstDay;
    const to = Math.min(current.lastDay, facts.lastDay - FOLLOWED_DAYS);
    const count = tallyOf(facts, yield* stepsTaken(facts, from, to));
    const invited = (days: (typeof routes)[number]['invited']) =>
      days.reduce((sum, { day, count }) => (day >= from && day <= to ? sum + count : sum), 0);
    return {
      kind: 'shares',
      draw: 'bars',
      of: 'people',
      others: { label: word('otherRoutes'), people: 'firstMessageOfSignedUp', notAll: INVITED },
      rows: [
        ...routes.flatMap((route, at) => rowsOf(count, at, { name: route.name }, invited(route.invited))),
        ...rowsOf(count, -1, word('unknownRoute'), 0),
      ],
    };
  }),
};

/** How many people took exactly these steps, by route (the unknown one is −1) and sum of `stepBits`; in one pass. */
function tallyOf({ people, outreach }: HealthFacts, steps: Uint8Array): Tally {
  const counts = new Int32Array((outreach.routes.length + 1) * COMBINATIONS);
  for (let person = 0; person < steps.length; person += 1) {
    const place = ((people.route[person] ?? -1) + 1) * COMBINATIONS + (steps[person] ?? 0);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return (route, ...wanted) => {
    const bits = wanted.reduce((sum, step) => sum | stepBits[step], 0);
    const ofRoute = counts.subarray((route + 1) * COMBINATIONS, (route + 2) * COMBINATIONS);
    return ofRoute.reduce((sum, count, taken) => ((taken & bits) === bits ? sum + count : sum), 0);
  };
}

/** People of a route who took all of some steps, whatever else they did. */
type Tally = (route: number, ...steps: Step[]) => number;

/** Every sum of `stepBits`. */
const COMBINATIONS = 16;

function rowsOf(count: Tally, route: number, facet: ChartLabel, invited: number): RawShares['rows'] {
  const signedUp = count(route, 'signedUp');
  const invitation = { id: `${route}/${INVITED}`, label: word('signedUpOfInvited'), facet };
  return [
    ...(invited >= signedUp && invited > 0 ? [{ ...invitation, part: signedUp, whole: invited }] : []),
    ...SHARES.map(({ id, step, of }) => ({
      id: `${route}/${id}`,
      label: word(id),
      facet,
      part: count(route, step, of),
      whole: count(route, of),
    })),
  ];
}

import type { HealthFacts } from '../../facts/health-facts.ts';
import type { CampaignFact, ParticipationFact } from '../../facts/outreach-facts.ts';
import { missing } from '../missing.ts';
import type { RawMissing, RawShares } from '../raw-result.ts';
import type { MetricWindow } from '../window.ts';

export type Step = ParticipationFact['step'];

/** Steps by which a member has done what a campaign asks for: signed, written, pledged or given. */
export const completingSteps: readonly Step[] = ['completed', 'gave'];

/** Steps that are an act of one's own: what campaigns ask for, and organising one. */
export const actingSteps: readonly Step[] = [...completingSteps, 'organised'];

/** A campaign with the people at each step. */
interface CampaignSteps {
  readonly campaign: CampaignFact;
  /** Asks that were noted one by one; a person asked twice counts twice. */
  readonly asks: number;
  readonly peopleAt: (...steps: readonly Step[]) => ReadonlySet<number>;
}

/** More campaigns than this cannot be read. */
const MOST_CAMPAIGNS = 12;

/** Campaigns that ran in the periods under view, newest first. */
function campaignsInView(facts: HealthFacts, window: MetricWindow): CampaignSteps[] {
  const { campaigns, participation } = facts.outreach;
  const from = window.periods[0]?.firstDay ?? facts.firstDay;
  const inView = Array.from(campaigns.entries())
    .filter(([, { startDay, endDay }]) => startDay <= facts.lastDay && (endDay === null || endDay >= from))
    .sort(([, a], [, b]) => b.startDay - a.startDay)
    .slice(0, MOST_CAMPAIGNS);
  return inView.map(([place, campaign]) => {
    const rows = participation.filter((row) => row.campaign === place && row.day <= facts.lastDay);
    return {
      campaign,
      asks: rows.filter(({ step }) => step === 'asked').length,
      peopleAt: (...steps) => new Set(rows.filter(({ step }) => steps.includes(step)).map(({ person }) => person)),
    };
  });
}

/** People of one set who are in another. */
export function both(some: ReadonlySet<number>, others: ReadonlySet<number>): number {
  let count = 0;
  for (const person of some) if (others.has(person)) count += 1;
  return count;
}

/**
 * One share per campaign, newest first; a campaign without anything to take a share of is left out, and one whose log
 * tells of more parts than of wholes, because its wholes were not all noted.
 */
export function sharesByCampaign(
  facts: HealthFacts,
  window: MetricWindow,
  of: RawShares['of'],
  count: (steps: CampaignSteps) => { readonly part: number; readonly whole: number },
): RawShares | RawMissing {
  const rows = campaignsInView(facts, window).flatMap((steps, at) => {
    const { part, whole } = count(steps);
    if (whole === 0 || part > whole) return [];
    return [{ id: `${at}:${steps.campaign.startDay}`, label: { name: steps.campaign.name }, part, whole }];
  });
  return rows.length === 0 ? missing('campaigns') : { kind: 'shares', draw: 'bars', of, rows };
}

import type { MetricModule } from '../metric-module.ts';
import { both, completingSteps, sharesByCampaign } from './campaign-steps.ts';

const common = {
  dashboard: 'advocacy',
  definitionVersion: 1,
  level: null,
  needs: ['campaigns'],
  chart: 17,
  source: 'M+R Benchmarks, glossary',
  place: 'any',
  team: 'in-period',
} as const;

/**
 * A1. Members who did what a campaign asks for, of members the ask was shown or delivered to. Where asks were noted person
 * by person both are of those asked; where there is only a number of deliveries, it is the whole.
 */
export const actionRate: MetricModule = {
  ...common,
  id: 'A1',
  isCore: true,
  compute: (facts, window) =>
    sharesByCampaign(facts, window, 'people', ({ campaign, peopleAt }) => {
      const asked = peopleAt('asked');
      const acted = peopleAt(...completingSteps);
      return asked.size > 0
        ? { part: both(acted, asked), whole: asked.size }
        : { part: acted.size, whole: campaign.delivered };
    }),
};

/** A2. Members who clicked, of messages delivered. */
export const clickThrough: MetricModule = {
  ...common,
  id: 'A2',
  isCore: false,
  compute: (facts, window) =>
    sharesByCampaign(facts, window, 'things', ({ campaign, asks, peopleAt }) => {
      const clicked = peopleAt('clicked');
      return campaign.delivered > 0
        ? { part: clicked.size, whole: campaign.delivered }
        : { part: both(clicked, peopleAt('asked')), whole: asks };
    }),
};

/** A3. Members who finished, of members who opened the form. */
export const completion: MetricModule = {
  ...common,
  id: 'A3',
  isCore: false,
  compute: (facts, window) =>
    sharesByCampaign(facts, window, 'people', ({ peopleAt }) => {
      const opened = peopleAt('opened');
      return { part: both(peopleAt(...completingSteps), opened), whole: opened.size };
    }),
};

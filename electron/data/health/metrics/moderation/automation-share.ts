import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { wordsOf } from '../words-of.ts';
import { decisionsIn } from './decisions-in.ts';
import { instantsOf } from './instants-of.ts';

const word = wordsOf('moderation');

/**
 * M12. Reports closed by automated accounts on the platform, of decisions made in Hearth and reports closed there by accounts that
 * are told. Nothing in Hearth decides by itself, so that without a closing that tells who did it nothing can be said; which of them
 * were wrong nobody tells.
 */
export const automationShare: MetricModule = {
  id: 'M12',
  dashboard: 'moderation',
  isCore: false,
  definitionVersion: 2,
  level: null,
  needs: ['decisions', 'closings'],
  chart: null,
  source: 'Digital Services Act transparency database, codes of automation; Regulation (EU) 2022/2065, Article 15',
  place: 'any',
  team: 'things',
  knownZero: 'decisions',
  pools: true,
  isSensitive: 'exported',
  compute: (facts, { current }) => {
    const closings = facts.moderation.reports.filter(({ closedThereBy }) => closedThereBy !== null);
    if (closings.length === 0) return missing('closings');
    const within = instantsOf(facts, current);
    const closed = closings.filter(({ closedAt }) => within(closedAt));
    const automatic = closed.filter(({ closedThereBy }) => closedThereBy === 'machine');
    const whole = decisionsIn(facts, current.firstDay, current.lastDay).length + closed.length;
    return {
      kind: 'shares',
      draw: 'bars',
      of: 'things',
      rows: [{ id: 'automatic', label: word('automatic'), part: automatic.length, whole }],
    };
  },
};

import type { MetricModule } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { wordsOf } from '../words-of.ts';
import { decisionsIn } from './decisions-in.ts';

const word = wordsOf('moderation');

/** M12. Decisions taken wholly or partly by automatic means, of all; and how many of those were reversed. */
export const automationShare: MetricModule = {
  id: 'M12',
  dashboard: 'moderation',
  isCore: false,
  definitionVersion: 1,
  level: null,
  needs: ['decisions'],
  chart: null,
  source: 'Digital Services Act transparency database, codes of automation; Regulation (EU) 2022/2065, Article 15',
  place: 'any',
  isSensitive: 'exported',
  compute: (facts, { current }) => {
    if (facts.moderation.decisions.length === 0) return missing('decisions');
    const decisions = decisionsIn(facts, current.firstDay, current.lastDay);
    const automatic = decisions.filter(({ automation }) => automation !== 'not');
    const wholly = decisions.filter(({ automation }) => automation === 'fully');
    const share = (id: string, part: number, whole: number) => ({ id, label: word(id), part, whole });
    return {
      kind: 'shares',
      draw: 'bars',
      of: 'things',
      rows: [
        share('automatic', automatic.length, decisions.length),
        share('whollyAutomatic', wholly.length, decisions.length),
        share('reversed', automatic.filter(({ reversed }) => reversed).length, automatic.length),
      ],
    };
  },
};

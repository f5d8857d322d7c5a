import { accountEnds } from '../../facts/people-table.ts';
import type { GroupMetricModule } from '../group-metric.ts';
import { missing } from '../missing.ts';
import { wordsOf } from '../words-of.ts';
import { refuseCrossing } from './group-rows.ts';

const word = wordsOf('outreach');

/** Z21. Who answered an identity question, who preferred not to say, and who was not asked: stands beside every split. */
export const coverage: GroupMetricModule = {
  id: 'Z21',
  dashboard: 'outreach',
  isCore: true,
  definitionVersion: 1,
  level: null,
  needs: ['identity-answers'],
  chart: 28,
  source: 'NASEM 2022, measuring sex, gender identity and sexual orientation',
  place: 'any',
  measure: 'coverage',
  crossings: [],
  computeByGroup: ({ people }, groups, _window, crossing = 'none') => {
    refuseCrossing(crossing);
    const asked = groups.asked.length;
    if (asked === 0) return missing('identity-answers');
    const wasAsked = new Set(groups.everAsked);
    let members = 0;
    let notAsked = 0;
    for (let person = 0; person < people.count; person += 1) {
      if (people.endedHow[person] !== accountEnds.lives) continue;
      members += 1;
      if (!wasAsked.has(person)) notAsked += 1;
    }
    return {
      kind: 'shares',
      draw: 'bars',
      of: 'people',
      rows: [
        { id: 'all', label: word('answered'), part: groups.answered.length, whole: asked },
        { id: 'preferNotToSay', label: word('preferNotToSay'), part: groups.preferNotToSay.length, whole: asked },
        { id: 'notAsked', label: word('notAsked'), part: notAsked, whole: members },
      ],
    };
  },
};

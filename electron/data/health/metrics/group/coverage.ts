import { accountEnds } from '../../facts/people-table.ts';
import type { GroupMetricModule } from '../group-metric.ts';
import { missing } from '../missing.ts';
import { wordsOf } from '../words-of.ts';
import { refuseCrossing } from './group-rows.ts';

const word = wordsOf('outreach');

/**
 * Z21. Who answered an identity question, who preferred not to say, and who was not asked: stands beside every split. A line
 * of a survey is there only where somebody consented, so lines alone would make nearly everybody who was asked answer: asked
 * are as many as the survey went to, where that was noted, and never fewer than have a line.
 */
export const coverage: GroupMetricModule = {
  id: 'Z21',
  dashboard: 'outreach',
  isCore: true,
  definitionVersion: 2,
  level: null,
  needs: ['identity-answers'],
  chart: 28,
  source: 'NASEM 2022, measuring sex, gender identity and sexual orientation',
  place: 'any',
  team: 'groups',
  measure: 'coverage',
  held: 'never',
  crossings: [],
  computeByGroup: ({ people }, groups, _window, crossing = 'none') => {
    refuseCrossing(crossing);
    if (groups.asked.length === 0) return missing('identity-answers');
    const sentTo = groups.askedPeople ?? 0;
    const asked = Math.max(groups.asked.length, sentTo);
    const wasAsked = new Set(groups.everAsked);
    let members = 0;
    let withLine = 0;
    for (let person = 0; person < people.count; person += 1) {
      if (people.endedHow[person] !== accountEnds.lives) continue;
      members += 1;
      if (wasAsked.has(person)) withLine += 1;
    }
    // Where nobody noted how many were asked the rows say of whom they are: "of those asked" would promise too much.
    const told = (row: string) => word(groups.askedPeople === null ? `${row}OfLines` : row);
    const notAsked = Math.max(0, members - Math.max(withLine, sentTo));
    return {
      kind: 'shares',
      draw: 'bars',
      of: 'people',
      rows: [
        { id: 'all', label: told('answered'), part: groups.answered.length, whole: asked },
        { id: 'preferNotToSay', label: told('preferNotToSay'), part: groups.preferNotToSay.length, whole: asked },
        { id: 'notAsked', label: told('notAsked'), part: notAsked, whole: members },
      ],
    };
  },
};

import type { SeededRandom } from '../world/random.ts';
import { genders, type NetworkPeople, roles } from './draw-people.ts';
import { planted } from './planted.ts';

/** What one person answers, by question: codes, or the one answer that is a refusal. */
export interface MadeUpAnswers {
  readonly person: number;
  readonly gender: readonly string[];
  readonly transStatus: readonly string[];
  readonly ageBand: readonly string[];
}

const ages = { '18-24': 28, '25-34': 30, '35-44': 20, '45-54': 12, '55-64': 7, '65-plus': 3 } as const;
const transStatuses = { yes: 30, no: 62, questioning: 8 } as const;

/**
 * Who answered the identity survey, and what. Answering has nothing to do with staying: what is found among those who did
 * holds for everybody, up to chance. `refusal` is the code of "prefer not to say".
 */
export function* drawAnswers(people: NetworkPeople, random: SeededRandom, refusal: string): Generator<MadeUpAnswers> {
  for (let person = 0; person < people.count; person += 1) {
    if (people.role[person] === roles.spam || !random.chance(planted.identity.consent)) continue;
    const answer = (codes: readonly string[]) => (random.chance(planted.identity.preferNotToSay) ? [refusal] : codes);
    yield {
      person,
      gender: answer(genderCodes(people.gender[person] ?? 0)),
      transStatus: answer([random.weighted(transStatuses)]),
      ageBand: answer([random.weighted(ages)]),
    };
  }
}

function genderCodes(gender: number): string[] {
  const codes = { woman: genders.woman, man: genders.man, 'non-binary': genders.nonBinary };
  return Object.entries(codes).flatMap(([code, bit]) => ((gender & bit) === 0 ? [] : [code]));
}

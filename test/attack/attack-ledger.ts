import { Ledger, type LedgerEntry } from '../../electron/data/health/disclosure/ledger.ts';
import { asBits } from './as-bits.ts';

/** What came of sequences of questions about one snapshot. */
export interface LedgerTally {
  sequences: number;
  asked: number;
  answered: number;
  refused: number;
  /** Sequences in which a reader would have told few people apart if everything had been answered. */
  foundWithout: number;
  found: number;
}

type People = ReadonlySet<number>;

const QUESTIONS = 10;
const MOST_COMBINED = 4;

/** Asks random questions of random communities and then tries every combination of up to four answers. */
export function attackLedger(sequences: number, random: () => number): LedgerTally {
  const tally: LedgerTally = { sequences: 0, asked: 0, answered: 0, refused: 0, foundWithout: 0, found: 0 };
  for (let at = 0; at < sequences; at += 1) attackSnapshot(tally, random);
  return tally;
}

function attackSnapshot(tally: LedgerTally, random: () => number): void {
  const threshold = random() < 0.5 ? 7 : 12;
  const questions = randomQuestions(random);
  const released: LedgerEntry[] = [];
  const answered: People[] = [];
  for (const people of questions) {
    const request = { measure: 'active', members: asBits(people) };
    tally.asked += 1;
    if (new Ledger(released, request, threshold).check(request.members) === 'allowed') {
      released.push(request);
      answered.push(people);
    } else tally.refused += 1;
  }
  tally.sequences += 1;
  tally.answered += answered.length;
  if (tellsFewApart(questions, threshold)) tally.foundWithout += 1;
  if (tellsFewApart(answered, threshold)) tally.found += 1;
}

/** Filters as screens might offer them, with AND, OR and NOT, so that questions overlap and contain each other. */
function randomQuestions(random: () => number): People[] {
  const size = 60 + Math.floor(random() * 200);
  const everybody = Array.from({ length: size }, (_, member) => member * 3);
  const traits = Array.from({ length: 6 }, () => {
    const share = 0.02 + random() ** 2 * 0.7;
    return new Set(everybody.filter(() => random() < share));
  });
  const anyTrait = () => traits[Math.floor(random() * traits.length)]!;
  return Array.from({ length: QUESTIONS }, () => {
    const [first, second] = [anyTrait(), anyTrait()];
    const pick = random();
    return new Set(
      everybody.filter((member) => {
        if (pick < 0.3) return first.has(member);
        if (pick < 0.5) return first.has(member) || second.has(member);
        if (pick < 0.7) return first.has(member) && second.has(member);
        return pick < 0.9 ? first.has(member) && !second.has(member) : !first.has(member);
      }),
    );
  });
}

/** Adds and takes away answers in every way, person by person, until what remains is a set of a few people. */
function tellsFewApart(answers: readonly People[], threshold: number): boolean {
  const weights = new Map<number, number>();
  const tries = (from: number, used: number): boolean => {
    if (used > 0 && isFew(weights, threshold)) return true;
    if (used === MOST_COMBINED) return false;
    for (let at = from; at < answers.length; at += 1) {
      for (const sign of [1, -1]) {
        add(weights, answers[at]!, sign);
        const found = tries(at + 1, used + 1);
        add(weights, answers[at]!, -sign);
        if (found) return true;
      }
    }
    return false;
  };
  return tries(0, 0);
}

function add(weights: Map<number, number>, people: People, sign: number): void {
  for (const member of people) {
    const weight = (weights.get(member) ?? 0) + sign;
    if (weight === 0) weights.delete(member);
    else weights.set(member, weight);
  }
}

function isFew(weights: ReadonlyMap<number, number>, threshold: number): boolean {
  if (weights.size === 0 || weights.size > threshold) return false;
  return [...weights.values()].every((weight) => weight === 1);
}

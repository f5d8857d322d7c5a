/** A number a reader has, and who stands behind it. */
export interface ToldNumber {
  /** Questions that tell it. */
  readonly questions: ReadonlySet<string>;
  readonly kind: 'counted' | 'having';
  readonly heading: string;
  readonly people: ReadonlySet<number>;
}

/** Everybody each question shares out, by heading. */
export type Wholes = ReadonlyMap<string, readonly ReadonlySet<number>[]>;

const MOST_COMBINED = 4;

/**
 * Sets numbers off against each other: under one heading up to four in every way, across headings two, person by person,
 * until a few people remain. What one question tells alone is the audit's part, and so is what merely puts the whole of one
 * question in the place of another's.
 */
export function tellsFewApart(numbers: readonly ToldNumber[], wholes: Wholes, threshold: number): boolean {
  for (const kind of ['counted', 'having'] as const) {
    const ofKind = numbers.filter((one) => one.kind === kind && one.people.size > 0);
    if (combines(ofKind, wholes, threshold, 2)) return true;
    for (const heading of new Set(ofKind.map((one) => one.heading))) {
      if (
        combines(
          ofKind.filter((one) => one.heading === heading),
          wholes,
          threshold,
          MOST_COMBINED,
        )
      )
        return true;
    }
  }
  return false;
}

type Signed = readonly [ToldNumber, 1 | -1];

function combines(numbers: readonly ToldNumber[], wholes: Wholes, threshold: number, most: number): boolean {
  const places = new Map([...new Set(numbers.flatMap(({ people }) => [...people]))].map((one, at) => [one, at]));
  const members = new Map(numbers.map((one) => [one, [...one.people].map((person) => places.get(person) ?? 0)]));
  const weights = new Int8Array(places.size);
  const add = (number: ToldNumber, sign: number): void => {
    for (const place of members.get(number) ?? []) weights[place] = (weights[place] ?? 0) + sign;
  };
  const tries = (from: number, chosen: readonly Signed[], size: number): boolean => {
    if (Math.abs(size) <= threshold && chosen.length > 1 && isFew(weights, threshold) && isSetOff(chosen, wholes))
      return true;
    if (chosen.length === most) return false;
    for (let at = from; at < numbers.length; at += 1) {
      const number = numbers[at]!;
      for (const sign of [1, -1] as const) {
        add(number, sign);
        const found = tries(at + 1, [...chosen, [number, sign]], size + sign * number.people.size);
        add(number, -sign);
        if (found) return true;
      }
    }
    return false;
  };
  return tries(0, [], 0);
}

function isFew(weights: Int8Array, threshold: number): boolean {
  let few = 0;
  for (const weight of weights) {
    if (weight === 0) continue;
    if (weight !== 1) return false;
    few += 1;
    if (few > threshold) return false;
  }
  return few > 0;
}

/** False where some question tells it alone: the others' numbers add up to nobody, or to everybody it shares out. */
function isSetOff(chosen: readonly Signed[], wholes: Wholes): boolean {
  const asked = new Set(chosen.flatMap(([{ questions }]) => [...questions]));
  return [...asked].every((question) => {
    const others = new Map<number, number>();
    for (const [{ questions, people }, sign] of chosen) {
      if (!questions.has(question)) for (const person of people) others.set(person, (others.get(person) ?? 0) + sign);
    }
    const left = new Map([...others].filter(([, weight]) => weight !== 0));
    if (left.size === 0) return false;
    return !(wholes.get(question) ?? []).some((whole) => {
      const [weight = 0] = left.values();
      if (left.size !== whole.size || Math.abs(weight) !== 1) return false;
      return [...left].every(([person, each]) => each === weight && whole.has(person));
    });
  });
}

/** From one number up to and including another. */
export type Span = readonly [first: number, last: number];

/**
 * What is known of the numbers that the site gives its reviewables, one after the other, whatever its clock says. A report
 * that was filed under a wrong date and closed again stands in no list one asks for by date: its number is what tells of it.
 */
export interface Numbers {
  /** The highest number that anything has shown; 0 before that. What came before the first one shown is not asked for. */
  readonly highest: number;
  /** Numbers below it that nothing has shown and nobody has asked for yet, in order. */
  readonly missing: readonly Span[];
}

/** So many numbers are asked for in one request: what fits into an address everywhere. */
const mostAsked = 100;
/** How far beyond the highest number is looked. */
const beyond = 50;
/** A wider gap is no reports that were overlooked: the site's counter has jumped. Only its end is asked for. */
const widestGap = 10_000;

/** The numbers to ask for now: the oldest that are missing, then those that may have been given out since. */
export function numbersToAsk({ highest, missing }: Numbers): number[] {
  const asked: number[] = [];
  if (highest === 0) return asked;
  for (const [first, last] of [...missing, [highest + 1, highest + beyond] as const]) {
    for (let number = first; number <= last && asked.length < mostAsked; number += 1) asked.push(number);
  }
  return asked;
}

/** Nothing is left to ask for once everything there is among these was shown. */
export function isAll({ highest }: Numbers, asked: readonly number[]): boolean {
  return asked.at(-1) === highest + beyond;
}

/** After a page has shown these. */
export function withShown(numbers: Numbers, shown: readonly number[]): Numbers {
  let { highest, missing } = numbers;
  for (const number of [...shown].sort((a, b) => a - b)) {
    if (number <= highest) {
      missing = without(missing, number, number);
      continue;
    }
    const first = highest === 0 ? number : Math.max(highest + 1, number - widestGap);
    if (first < number) missing = [...missing, [first, number - 1]];
    highest = number;
  }
  return { highest, missing };
}

/** After these were asked for and everything there is among them was shown. Those beyond the highest may still come. */
export function withAsked({ highest, missing }: Numbers, asked: readonly number[]): Numbers {
  const first = asked[0] ?? 0;
  return { highest, missing: without(missing, first, asked.at(-1) ?? first) };
}

function without(spans: readonly Span[], from: number, to: number): Span[] {
  return spans.flatMap(([first, last]) => {
    if (last < from || first > to) return [[first, last] as const];
    const left: readonly Span[] = [
      [first, from - 1],
      [to + 1, last],
    ];
    return left.filter(([start, end]) => start <= end);
  });
}

import { describe, expect, it } from 'vitest';
import { strings as arabic } from '../../../shared/strings/ar.ts';
import { strings as english } from '../../../shared/strings/en.ts';

/** Places below Records that the words for missing data lead to, as they are written. */
function placesNamed(needs: Readonly<Record<string, string>>, lead: RegExp, and: RegExp): string[] {
  return Object.values(needs).flatMap((words) => lead.exec(words)?.[1]?.split(and) ?? []);
}

describe.each([
  ['English', english, /under Records, ([^.]+)\.$/, / and /],
  ['Arabic', arabic, /في السجلات، ([^.]+)\.$/, / و/],
] as const)('in %s', (_language, strings, lead, and) => {
  it('words for missing data lead to places by the names those have', () => {
    const titles = Object.values(strings.records.kinds).map(({ title }) => title);
    const named = placesNamed(strings.charts.needs, lead, and);
    expect(named.length).toBeGreaterThan(9);
    expect(named.filter((place) => !titles.includes(place))).toEqual([]);
  });
});

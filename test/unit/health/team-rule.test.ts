import { describe, expect, it } from 'vitest';
import {
  afterChoice,
  isTeamCounted,
  nextQuarter,
  uncountedQuarters,
} from '../../../electron/data/health/facts/team-rule-days.ts';
import { countsTeamAlike, teamCaveats } from '../../../electron/data/health/findings/team-caveat.ts';
import { catalogue } from '../../../electron/data/health/metrics/catalogue.ts';
import { groupMetrics } from '../../../electron/data/health/metrics/group/all.ts';
import { metricWindow } from '../../../electron/data/health/metrics/metric-window.ts';
import type { TeamInCounts } from '../../../electron/data/health/metrics/team-in-counts.ts';
import { createTranslator } from '../../../shared/strings/create-translator.ts';

const day = (year: number, month: number, date: number) => Date.UTC(year, month - 1, date) / 86_400_000;
const july = day(2026, 7, 1);
const october = day(2026, 10, 1);
const left = [{ from: july, isCounted: false }];

function teamIn(id: string): TeamInCounts {
  const module = [...catalogue, ...groupMetrics].find((one) => one.id === id);
  if (!module) throw new RangeError(`no metric ${id}`);
  return module.team;
}

it.each(['en', 'ar'] as const)('is said in words, in %s', async (language) => {
  const { t } = await createTranslator(language);
  const start = july * 86_400_000 + 43_200_000;
  const stays = ['helpers', 'things', 'nameless', 'groups'] as const;
  const keys = [
    'inPeriod',
    'byJoining',
    'countedAgain',
    'notComparable',
    ...stays.map((way) => `stays.${way}` as const),
  ] as const;
  const said = keys.map((key) => t(`charts:team.${key}`, { start }));
  expect(new Set(said).size).toBe(keys.length);
  expect(said.slice(0, 3).every((words) => words.includes('2026') || words.includes('٢٠٢٦'))).toBe(true);
});

describe('whether the team counts', () => {
  it('comes into force with the next quarter that begins, and is taken back until then', () => {
    expect(nextQuarter(day(2026, 4, 1))).toBe(july);
    expect(nextQuarter(day(2026, 6, 30))).toBe(july);
    const chosen = afterChoice([], day(2026, 6, 30), false);
    expect(chosen).toEqual(left);
    expect(afterChoice(chosen, day(2026, 6, 30), false)).toEqual(left);
    expect(afterChoice(chosen, day(2026, 6, 30), true)).toEqual([]);
    expect([july - 1, july].map((at) => isTeamCounted(chosen, at))).toEqual([true, false]);
  });

  it('never changes the quarter that runs', () => {
    const back = afterChoice(left, july, true);
    expect(back).toEqual([...left, { from: october, isCounted: true }]);
    expect(isTeamCounted(back, october - 1)).toBe(false);
    expect(uncountedQuarters(back, day(2027, 5, 1))).toEqual([{ firstDay: july, lastDay: october - 1 }]);
    expect(uncountedQuarters(left, july - 1)).toEqual([]);
    expect(uncountedQuarters([], october)).toEqual([]);
  });

  it('is never left out of what is about those who help or about groups', () => {
    for (const id of ['M9', 'M9_load', 'Z15', 'Z15_shares', 'Z22']) expect(teamIn(id), id).toBe('helpers');
    for (const { team } of groupMetrics) expect(['helpers', 'groups']).toContain(team);
  });

  it('stands with each chart, and two periods that count it differently are not compared', () => {
    const window = metricWindow('quarter', day(2025, 1, 1), day(2026, 9, 30));
    const keys = (id: string) => teamCaveats(teamIn(id), left, window).map(({ key }) => key);
    expect(keys('Z11')).toEqual(['charts:team.inPeriod']);
    expect(keys('Z4')).toEqual(['charts:team.byJoining']);
    expect(keys('M9')).toEqual(['charts:team.stays.helpers']);
    expect(teamCaveats(teamIn('Z11'), [], window)).toEqual([]);
    expect(teamCaveats(teamIn('Z11'), left, window)[0]?.params).toEqual({ start: july * 86_400_000 + 43_200_000 });
    expect(countsTeamAlike(teamIn('Z11'), left, window)).toBe(false);
    expect(countsTeamAlike(teamIn('M9'), left, window)).toBe(true);
    const later = metricWindow('quarter', day(2025, 1, 1), day(2026, 12, 31));
    expect(countsTeamAlike(teamIn('Z11'), left, later)).toBe(true);
    const again = [...left, { from: october, isCounted: true }];
    expect(teamCaveats(teamIn('Z11'), again, later)[0]?.key).toBe('charts:team.countedAgain');
    expect(teamCaveats(teamIn('M9'), again, later)).toEqual([]);
  });
});

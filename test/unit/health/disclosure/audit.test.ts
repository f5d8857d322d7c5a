import { describe, expect, it } from 'vitest';
import type {
  AuditedCell,
  AuditedRelease,
  ReleaseToAudit,
} from '../../../../electron/data/health/disclosure/audit/audit-cells.ts';
import { auditRelease } from '../../../../electron/data/health/disclosure/audit/audit-release.ts';
import { endOf, partWith } from '../../../../electron/data/health/disclosure/audit/solve-puzzle.ts';
import { identityRulesFor, rulesFor } from '../../../../electron/data/health/disclosure/rules.ts';
import { Reader } from '../../../attack/reader.ts';
import { valuesLeftOf } from '../../../attack/what-a-reader-knows.ts';
import { aCell, aList, aSum, aTable } from './audit-cells.ts';

const rules = identityRulesFor('team');

function displayOf(audited: AuditedRelease): Record<string, number | string> {
  if (audited.tooDetailed) throw new Error('too detailed');
  const text = (cell: AuditedCell) => ('shown' in cell ? cell.shown : Object.keys(cell)[0]!);
  return Object.fromEntries([...audited.cells].map(([id, cell]) => [id, text(cell)]));
}

function leastLeft(release: ReleaseToAudit, audited: AuditedRelease): number {
  if (audited.tooDetailed) throw new Error('too detailed');
  const { left, undecided } = valuesLeftOf(release, (id) => audited.cells.get(id)!);
  expect(undecided).toBe(0);
  return Math.min(...left.values());
}

describe('fixtures of health.md C.4', () => {
  it('F0: a shown part would leave 6 or 7 to the hidden one', () => {
    const release = { ...aList({ a: 42, b: 7 }), rules };
    const before = new Map<string, AuditedCell>([
      ['a', { shown: 40 }],
      ['b', { hidden: true }],
      ['all', { shown: 50 }],
    ]);
    // 42 is the most that looks like 40 and 48 the least that looks like 50: only 6 and 7 fit.
    expect(valuesLeftOf(release, (id) => before.get(id)!).left.get('b')).toBe(2);
    const audited = auditRelease(release);
    expect(leastLeft(release, audited)).toBeGreaterThanOrEqual(5);
    expect(displayOf(audited).b).toBe('hidden');
  });

  it('F1: enough rounding beside the hidden one leaves everything as it is', () => {
    const release = { ...aList({ a: 46, b: 31, c: 24, d: 5, e: 40 }), rules };
    const audited = auditRelease(release);
    expect(displayOf(audited)).toEqual({ a: 45, b: 30, c: 25, d: 'hidden', e: 40, all: 145 });
    expect(leastLeft(release, audited)).toBe(8);
  });

  it('F2: two small ones in a row whose total is shown', () => {
    const release = {
      ...aTable([
        [38, 22],
        [19, 12],
        [9, 15],
        [5, 4],
      ]),
      rules,
    };
    const audited = auditRelease(release);
    expect(displayOf(audited)).toMatchObject({ r0: 60, r1: 30, r2: 25, r3: 10, c0: 70, c1: 55, all: 125 });
    expect(displayOf(audited)).toMatchObject({ '2,0': 10, '3,0': 'hidden', '3,1': 'hidden' });
    if (audited.tooDetailed) return;
    const { left } = valuesLeftOf(release, (id) => audited.cells.get(id)!);
    expect([left.get('3,0'), left.get('3,1')]).toEqual([7, 6]);
  });

  it('solves the published example: 3 to 6, 1 to 4, 0 to 3, 0 to 3 (Geurts, in the European handbook)', () => {
    const free = { low: 0, high: Number.POSITIVE_INFINITY };
    const fixed = (value: number) => ({ low: value, high: value });
    const sum = (total: number, ...parts: number[]) => ({
      terms: [...parts.map((cell) => ({ cell, factor: 1 as const })), { cell: total, factor: -1 as const }],
      exact: true,
    });
    const puzzle = {
      // Inner cells of two rows, then row totals 7 and 3, and what the third row leaves of the column totals 9 and 7.
      bounds: [free, free, free, free, fixed(7), fixed(3), fixed(6), fixed(4)],
      sums: [sum(4, 0, 1), sum(5, 2, 3), sum(6, 0, 2), sum(7, 1, 3)],
      truth: [5, 2, 1, 2, 7, 3, 6, 4],
    };
    const part = partWith(puzzle, [...puzzle.truth.keys()]);
    const ends = [0, 1, 2, 3].map((cell) => [endOf(part, cell, 'least')?.value, endOf(part, cell, 'greatest')?.value]);
    const expected = [
      [3, 6],
      [1, 4],
      [0, 3],
      [0, 3],
    ];
    for (const [at, [low, high]] of expected.entries()) {
      expect(ends[at]![0]).toBeCloseTo(low!, 6);
      expect(ends[at]![1]).toBeCloseTo(high!, 6);
    }
    const ranges = puzzle.bounds.map(({ low, high }): [number, number] => [low, Math.min(high, 20)]);
    const reader = new Reader({
      ranges,
      equal: [
        [4, 0, 1],
        [5, 2, 3],
        [6, 0, 2],
        [7, 1, 3],
      ],
      atMost: [],
    });
    expect([0, 1, 2, 3].map((cell) => reader.valuesLeft(cell)).map((left) => [left.at(0), left.at(-1)])).toEqual(
      expected,
    );
  });
});

describe('a release', () => {
  it('keeps the reasons apart from what is shown, where all hiding looks the same', () => {
    const audited = auditRelease({ ...aList({ a: 42, b: 7 }), rules });
    if (audited.tooDetailed) throw new Error('too detailed');
    expect(Object.fromEntries(audited.reasons)).toEqual({ a: 'secondary', b: 'primary' });
    expect(audited.cells.get('a')).toEqual({ hidden: true });
    expect(audited.cells.get('a')).toEqual(audited.cells.get('b'));
  });

  it('is audited across its tables: the same group in two tables is one count', () => {
    const one = { cells: [aCell('x', 6), aCell('y', 45), aCell('xy', 51)], relations: [aSum('xy', ['x', 'y'])] };
    const other = {
      cells: [aCell('x again', 6), aCell('z', 42), aCell('xz', 48)],
      relations: [aSum('xz', ['x again', 'z'])],
    };
    const alone = auditRelease({ ...one, rules });
    expect(displayOf(alone)).toEqual({ x: 'hidden', y: 45, xy: 50 });
    const release = {
      cells: [...one.cells, ...other.cells],
      relations: [...one.relations, ...other.relations, aSum('x', ['x again'])],
      rules,
    };
    expect(leastLeft(release, auditRelease(release))).toBeGreaterThanOrEqual(5);
  });

  it('protects cells where people gave several answers', () => {
    const release: ReleaseToAudit = {
      cells: [aCell('people', 48), aCell('gay', 42), aCell('bi', 6), aCell('both years', 6)],
      relations: [{ total: 'people', parts: ['gay', 'bi'], kind: 'at-most' }, aSum('both years', ['bi'])],
      rules,
    };
    // 48 people at least, 42 at most gave the other answer: without more hiding 6 or 7 gave this one.
    expect(leastLeft(release, auditRelease(release))).toBeGreaterThanOrEqual(5);
  });

  it('shows what cannot exist as such, and counts it as known', () => {
    const { cells, relations } = aList({ a: 0, b: 4, c: 60 });
    const known = cells.map((cell) => (cell.id === 'a' ? { ...cell, impossible: true } : cell));
    const audited = auditRelease({ cells: known, relations, rules });
    expect(displayOf(audited)).toMatchObject({ a: 'impossible', b: 'hidden' });
    expect(displayOf(auditRelease({ cells, relations, rules }))).toMatchObject({ a: 'hidden', b: 'hidden' });
  });

  it('takes a total of what cannot exist for impossible as well', () => {
    const { cells, relations } = aTable([
      [0, 25],
      [0, 37],
    ]);
    const known = cells.map((cell) => (/^\d,0$/.test(cell.id) ? { ...cell, impossible: true } : cell));
    const audited = auditRelease({ cells: known, relations, rules });
    expect(displayOf(audited)).toMatchObject({ c0: 'impossible', r0: 25, c1: 60, all: 60 });
  });

  it('never takes back what an earlier release said, and hides around it', () => {
    const older = [aCell('old a', 42, { published: 40 }), aCell('old b', 7, { published: 'hidden' })];
    const release: ReleaseToAudit = {
      cells: [...older, aCell('new b', 43), aCell('all b', 50)],
      relations: [aSum('all b', ['old b', 'new b'])],
      rules,
    };
    const audited = auditRelease(release);
    expect(displayOf(audited)).toMatchObject({ 'old a': 40, 'old b': 'hidden' });
    expect(leastLeft(release, audited)).toBeGreaterThanOrEqual(5);
  });

  it('is too detailed where nothing more may be hidden, and says which cells hang on it', () => {
    const trap = aList({ a: 42, b: 7 });
    const said: Record<string, number> = { a: 40, all: 50 };
    const { tooDetailed, ...rest } = auditRelease({
      cells: [
        ...trap.cells.map((cell) => ({ ...cell, ...(said[cell.id] && { published: said[cell.id] as number }) })),
        aCell('elsewhere', 90),
      ],
      relations: trap.relations,
      rules,
    });
    expect(tooDetailed).toBe(true);
    expect(rest).toEqual({ failing: new Set(['a', 'b', 'all']) });
  });

  it('rests on an earlier release only where that fits the counts', () => {
    const { cells, relations } = aList({ a: 30, b: 4 });
    const wrong = cells.map((cell) => (cell.id === 'a' ? { ...cell, published: 80 } : cell));
    expect(auditRelease({ cells: wrong, relations, rules }).tooDetailed).toBe(true);
  });

  it('keeps an exact total of members beside identity groups', () => {
    const { cells, relations } = aList({ a: 42, b: 7, c: 60 });
    const known = cells.map((cell) => (cell.id === 'all' ? { ...cell, sensitive: false } : cell));
    const release = { cells: known, relations, rules, otherRules: rulesFor('team') };
    const audited = auditRelease(release);
    expect(leastLeft(release, audited)).toBeGreaterThanOrEqual(5);
    expect(displayOf(audited)).toMatchObject({ b: 'hidden', all: 109 });
  });

  it('shows everything exactly where the rules hide nothing', () => {
    const { cells, relations } = aList({ a: 1, b: 0, c: 12 });
    const audited = auditRelease({ cells, relations, rules: rulesFor('team') });
    expect(displayOf(audited)).toEqual({ a: 1, b: 0, c: 12, all: 13 });
  });

  it('keeps a count hidden for another rule open as well', () => {
    const { cells, relations } = aTable([
      [16, 0],
      [30, 25],
    ]);
    const hidden = cells.map((cell) => (cell.id === '0,0' ? { ...cell, hideFor: 'group' as const } : cell));
    const release = { cells: hidden, relations, rules };
    const audited = auditRelease(release);
    expect(displayOf(audited)['0,0']).toBe('hidden');
    expect(leastLeft(release, audited)).toBeGreaterThanOrEqual(5);
  });

  it('refuses what would make the audit mean nothing', () => {
    const audit = (release: Omit<ReleaseToAudit, 'rules'>) => () => auditRelease({ ...release, rules });
    expect(audit({ cells: [aCell('a', 1), aCell('a', 2)], relations: [] })).toThrow(RangeError);
    expect(audit({ cells: [aCell('a', 1.5)], relations: [] })).toThrow(RangeError);
    expect(audit({ cells: [aCell('a', 1)], relations: [aSum('a', ['b'])] })).toThrow(RangeError);
    expect(audit({ cells: [aCell('a', 1), aCell('b', 2)], relations: [aSum('a', ['b'])] })).toThrow(/does not hold/);
    expect(audit({ cells: [aCell('a', 1, { impossible: true })], relations: [] })).toThrow(RangeError);
  });
});

describe('a reader who runs the program backwards', () => {
  const display = (a: number, b: number, secret?: string) =>
    JSON.stringify(displayOf(auditRelease({ ...aList({ a, b }), rules, ...(secret !== undefined && { secret }) })));
  const secrets = Array.from({ length: 60 }, (_, at) => `made up ${at}`);

  /** Small counts with which some secret, or none, gives the display of 42 and 7. */
  function possible(keys: readonly (string | undefined)[]): number[] {
    const seen = display(42, 7, keys.at(-1));
    const couples = Array.from({ length: 8 }, (_, b) =>
      Array.from({ length: 15 }, (__, more) => [38 + more, b] as const),
    );
    const fitting = couples.flat().filter(([a, b]) => keys.some((key) => display(a, b, key) === seen));
    return [...new Set(fitting.map(([, b]) => b))];
  }

  it('learns why a cell is hidden where there is no secret, and so finds 6 or 7 again', () => {
    expect(possible([undefined])).toEqual([6, 7]);
  });

  it('cannot tell with a secret', () => {
    expect(possible(secrets).length).toBeGreaterThanOrEqual(5);
  });

  it('sees the same for the same secret, and by it one thing or the other', () => {
    const displays = secrets.map((secret) => display(45, 6, secret));
    expect(secrets.map((secret) => display(45, 6, secret))).toEqual(displays);
    expect(new Set(displays).size).toBe(2);
  });
});

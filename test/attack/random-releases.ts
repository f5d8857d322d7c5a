import type { AuditCell, Relation, ReleaseToAudit } from '../../electron/data/health/disclosure/audit/audit-cells.ts';
import { auditRelease } from '../../electron/data/health/disclosure/audit/audit-release.ts';
import { limitChanges } from '../../electron/data/health/disclosure/change-limit.ts';
import { identityRulesFor, rulesFor } from '../../electron/data/health/disclosure/rules.ts';

type Random = () => number;

/** What random releases are drawn from. */
export const releaseKinds = [
  'one-way',
  'two-way',
  'two-way, zeros shown',
  'exact total',
  'several answers',
  'earlier release',
  'no reportable change',
  'group outcomes',
] as const;
export type ReleaseKind = (typeof releaseKinds)[number];

/** A release of this kind with made-up counts, most of them small. */
export function randomRelease(kind: ReleaseKind, random: Random): ReleaseToAudit {
  const release = releaseOf(kind, random);
  return random() < 0.5 ? release : { ...release, secret: String(random()) };
}

function releaseOf(kind: ReleaseKind, random: Random): ReleaseToAudit {
  switch (kind) {
    case 'one-way':
      return { rules: randomRules(random), ...oneWay(skewedCounts(between(2, 8, random), random)) };
    case 'two-way':
      return { rules: randomRules(random), ...twoWay(randomTable(random), random) };
    case 'two-way, zeros shown':
      return { rules: rulesFor('export'), ...twoWay(randomTable(random), random) };
    case 'exact total':
      return exactTotal(random);
    case 'several answers':
      return severalAnswers(random);
    case 'earlier release':
      return earlierRelease(random);
    case 'no reportable change':
      return noReportableChange(random);
    case 'group outcomes':
      return groupOutcomes(random);
  }
}

function between(low: number, high: number, random: Random): number {
  return low + Math.floor(random() * (high - low + 1));
}

function skewedCounts(length: number, random: Random): number[] {
  return Array.from({ length }, () => Math.floor(Math.exp(random() * 4.6)) - 1);
}

function randomTable(random: Random): number[][] {
  const columns = between(2, 4, random);
  return Array.from({ length: between(2, 5, random) }, () => skewedCounts(columns, random));
}

function randomRules(random: Random) {
  const place = random() < 0.5 ? 'team' : 'export';
  return identityRulesFor(place, random() < 0.15 ? 17 : undefined);
}

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
const cell = (id: string, count: number): AuditCell => ({ id, count, sensitive: true });
const equals = (total: string, parts: readonly string[]): Relation => ({ total, parts, kind: 'equals' });

function oneWay(counts: readonly number[], name = 'group') {
  const cells = counts.map((count, at) => cell(`${name} ${at}`, count));
  const parts = cells.map(({ id }) => id);
  return { cells: [...cells, cell(`${name} all`, sumOf(counts))], relations: [equals(`${name} all`, parts)] };
}

function twoWay(table: readonly (readonly number[])[], random: Random) {
  const columns = table[0]!.map((_, column) => column);
  const inner = table.flatMap((row, at) => row.map((count, column) => cell(`${at},${column}`, count)));
  const rows = table.map((row, at) => cell(`row ${at}`, sumOf(row)));
  const totals = columns.map((column) => cell(`column ${column}`, sumOf(table.map((row) => row[column]!))));
  // A cell that cannot exist by definition is known to be empty.
  const cells = [...inner, ...rows, ...totals, cell('all', sumOf(table.flat()))].map((one) =>
    one.count === 0 && one.id.includes(',') && random() < 0.3 ? { ...one, impossible: true } : one,
  );
  const relations = [
    ...table.map((row, at) =>
      equals(
        `row ${at}`,
        row.map((_, column) => `${at},${column}`),
      ),
    ),
    ...columns.map((column) =>
      equals(
        `column ${column}`,
        table.map((_, at) => `${at},${column}`),
      ),
    ),
    equals(
      'all',
      rows.map(({ id }) => id),
    ),
    equals(
      'all',
      totals.map(({ id }) => id),
    ),
  ];
  return { cells, relations };
}

/** The team sees how many members there are to the person; the groups it falls into are identity. */
function exactTotal(random: Random): ReleaseToAudit {
  const { cells, relations } = oneWay(skewedCounts(between(3, 7, random), random));
  const known = cells.map((one) => (one.id === 'group all' ? { ...one, sensitive: false, published: one.count } : one));
  return { cells: known, relations, rules: identityRulesFor('team'), otherRules: rulesFor('team') };
}

/** People give one to three answers, in each of two quarters; answers add up over the quarters, people over answers do not. */
function severalAnswers(random: Random): ReleaseToAudit {
  const answers = between(2, 5, random);
  const quarters = [0, 1].map(() => {
    const people = skewedCounts(1, random)[0]! + 3;
    const counts = Array<number>(answers).fill(0);
    for (let person = 0; person < people; person += 1) {
      const given = new Set(Array.from({ length: between(1, 3, random) }, () => Math.floor(random() ** 2 * answers)));
      for (const answer of given) counts[answer]! += 1;
    }
    return { people, counts };
  });
  const columns = ['q0', 'q1', 'year'];
  const totals = [...quarters, { people: sumOf(quarters.map(({ people }) => people)), counts: yearCounts(quarters) }];
  const named = (column: string, answer: number) => `${column} answer ${answer}`;
  const cells = totals.flatMap(({ people, counts }, at) => [
    cell(`${columns[at]} people`, people),
    ...counts.map((count, answer) => cell(named(columns[at]!, answer), count)),
  ]);
  const numbers = Array.from({ length: answers }, (_, answer) => answer);
  const relations: Relation[] = [
    ...columns.map(
      (column): Relation => ({
        total: `${column} people`,
        parts: numbers.map((answer) => named(column, answer)),
        kind: 'at-most',
      }),
    ),
    equals('year people', ['q0 people', 'q1 people']),
    ...numbers.map((answer) => equals(named('year', answer), [named('q0', answer), named('q1', answer)])),
  ];
  return { cells, relations, rules: randomRules(random) };
}

function yearCounts(quarters: readonly { readonly counts: readonly number[] }[]): number[] {
  return quarters[0]!.counts.map((_, answer) => sumOf(quarters.map(({ counts }) => counts[answer]!)));
}

/** What joined earlier was published by itself; now come this quarter's and everybody's. */
function earlierRelease(random: Random): ReleaseToAudit {
  const rules = randomRules(random);
  const counts = skewedCounts(between(2, 5, random), random);
  const earlier = oneWay(counts, 'older');
  const published = auditRelease({ ...earlier, rules });
  const older = earlier.cells.map((one): AuditCell => {
    const said = published.tooDetailed ? undefined : published.cells.get(one.id);
    if (said === undefined) return one;
    return { ...one, published: 'shown' in said ? said.shown : 'hidden' };
  });
  const joined = oneWay(skewedCounts(counts.length, random), 'new');
  const all = oneWay(
    joined.cells.slice(0, -1).map(({ count }, at) => count + counts[at]!),
    'both',
  );
  const names = [...counts.keys(), 'all'];
  return {
    rules,
    cells: [...older, ...joined.cells, ...all.cells],
    relations: [
      ...earlier.relations,
      ...joined.relations,
      ...all.relations,
      ...names.map((name) => equals(`both ${name}`, [`older ${name}`, `new ${name}`])),
    ],
  };
}

/** A second quarter in which some counts changed by so few that the value of the first still stands. */
function noReportableChange(random: Random): ReleaseToAudit {
  const rules = randomRules(random);
  const first = skewedCounts(between(2, 6, random), random);
  const second = first.map((count) => Math.max(0, count + between(-9, 9, random)));
  const { cells, relations } = oneWay(second);
  const carried = cells.map((one, at): AuditCell => {
    const limited = first[at] === undefined ? undefined : limitChanges([first[at], one.count], rules)[1];
    const stands = limited?.noReportableChange === true && 'value' in limited.value;
    return stands ? { ...one, carried: (limited.value as { value: number }).value } : one;
  });
  return { cells: carried, relations, rules };
}

/** Groups with an outcome and without it, where sometimes all of a group share one. */
function groupOutcomes(random: Random): ReleaseToAudit {
  const rows = skewedCounts(between(2, 5, random), random).map((rest) => {
    const part = between(0, 60, random);
    return random() < 0.4 ? [part + 16, between(0, 2, random)] : [part, rest];
  });
  const { cells, relations } = twoWay(rows, () => 1);
  const hidden = cells.map((one): AuditCell => {
    const row = /^(\d+),0$/.exec(one.id)?.[1];
    return row !== undefined && rows[Number(row)]![1]! <= 2 ? { ...one, hideFor: 'group' } : one;
  });
  return { cells: hidden, relations, rules: randomRules(random) };
}

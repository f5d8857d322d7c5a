import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReleaseToAudit } from '../../../../electron/data/health/disclosure/audit/audit-cells.ts';
import { auditRelease } from '../../../../electron/data/health/disclosure/audit/audit-release.ts';
import { identityRulesFor, rulesFor } from '../../../../electron/data/health/disclosure/rules.ts';
import { randomRelease, releaseKinds } from '../../../attack/random-releases.ts';
import { valuesLeftOf } from '../../../attack/what-a-reader-knows.ts';
import { seededRandom } from '../../../bench/seeded-random.ts';
import { aTable } from './audit-cells.ts';

/** Few people in most cells, many in some. */
const skewed = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 14 }) },
  { weight: 3, arbitrary: fc.integer({ min: 15, max: 60 }) },
  { weight: 1, arbitrary: fc.integer({ min: 61, max: 400 }) },
);

const tables = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 4 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(skewed, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  );

const everyRules = [
  { name: 'the team', rules: identityRulesFor('team') },
  { name: 'an export', rules: identityRulesFor('export') },
  { name: 'a raised threshold', rules: identityRulesFor('export', 17) },
  { name: 'zeros shown', rules: rulesFor('export') },
];

function expectOpen(release: ReleaseToAudit): void {
  const audited = auditRelease(release);
  if (audited.tooDetailed) return;
  const { left, undecided } = valuesLeftOf(release, (id) => audited.cells.get(id)!);
  expect(undecided).toBe(0);
  for (const [id, values] of left) expect(values, id).toBeGreaterThanOrEqual(5);
}

describe('the audit', () => {
  it.each(everyRules)(
    'leaves a reader who tries all whole numbers five values, under the rules of $name',
    ({ rules }) => {
      fc.assert(
        fc.property(tables, (rows) => expectOpen({ ...aTable(rows), rules })),
        { numRuns: 80 },
      );
    },
  );

  it.each(releaseKinds)('does so for every kind of release: %s', (kind) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => expectOpen(randomRelease(kind, seededRandom(seed)))),
      { numRuns: 40 },
    );
  });

  it('protects tables of this size instead of giving them up', () => {
    const gaveUp = (kind: (typeof releaseKinds)[number]) =>
      Array.from({ length: 60 }, (_, seed) => auditRelease(randomRelease(kind, seededRandom(seed + 1)))).filter(
        ({ tooDetailed }) => tooDetailed,
      ).length;
    expect(gaveUp('one-way')).toBe(0);
    expect(gaveUp('two-way')).toBe(0);
  });

  it('shows either the rounded count or nothing, never a small one, and always the same', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const release = { ...aTable(rows), rules: identityRulesFor('team') };
        const audited = auditRelease(release);
        expect(auditRelease(release)).toEqual(audited);
        if (audited.tooDetailed) return;
        for (const { id, count } of release.cells) {
          const cell = audited.cells.get(id)!;
          if (count <= 7) expect(cell).toEqual({ hidden: true });
          if ('shown' in cell) expect(cell.shown).toBe(Math.round(count / 5) * 5);
          expect(audited.reasons.has(id)).toBe('hidden' in cell);
        }
      }),
      { numRuns: 60 },
    );
  });
});

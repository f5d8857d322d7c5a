import type {
  AuditCell,
  AuditedCell,
  ReleaseToAudit,
} from '../../electron/data/health/disclosure/audit/audit-cells.ts';
import { auditRelease } from '../../electron/data/health/disclosure/audit/audit-release.ts';
import { type ReleaseKind, randomRelease, releaseKinds } from './random-releases.ts';
import { isSecret, valuesLeftOf } from './what-a-reader-knows.ts';

/** What came of the releases of one kind. */
export interface ReleaseTally {
  readonly kind: ReleaseKind;
  tables: number;
  tooDetailed: number;
  secrets: number;
  /** Hidden for the sake of others. */
  secondary: number;
  /** Secrets that a reader would have found if small counts alone were hidden: shows that the attack works. */
  foundWithout: number;
  found: number;
  leastLeft: number;
  undecided: number;
}

const FEWEST_LEFT = 5;

/** Publishes random releases, in turn of every kind, and attacks each. */
export function attackReleases(tables: number, random: () => number): ReleaseTally[] {
  const tallies = releaseKinds.map(
    (kind): ReleaseTally => ({
      ...{ kind, tables: 0, tooDetailed: 0, secrets: 0, secondary: 0 },
      ...{ foundWithout: 0, found: 0, leastLeft: Number.POSITIVE_INFINITY, undecided: 0 },
    }),
  );
  for (let at = 0; at < tables; at += 1) {
    const tally = tallies[at % tallies.length]!;
    attackOne(randomRelease(tally.kind, random), tally);
  }
  return tallies;
}

function attackOne(release: ReleaseToAudit, tally: ReleaseTally): void {
  tally.tables += 1;
  const audited = auditRelease(release);
  if (audited.tooDetailed) {
    tally.tooDetailed += 1;
    return;
  }
  tally.secondary += [...audited.reasons.values()].filter((reason) => reason === 'secondary').length;
  const { left, undecided } = valuesLeftOf(release, (id) => audited.cells.get(id)!);
  tally.undecided += undecided;
  for (const values of left.values()) {
    tally.secrets += 1;
    if (values < FEWEST_LEFT) tally.found += 1;
    tally.leastLeft = Math.min(tally.leastLeft, values);
  }
  const without = valuesLeftOf(release, (id) => withoutAudit(release.cells.find((cell) => cell.id === id)!, release));
  tally.foundWithout += [...without.left.values()].filter((values) => values < FEWEST_LEFT).length;
}

/** Small counts hidden, the others rounded, and nothing more. */
function withoutAudit(cell: AuditCell, release: ReleaseToAudit): AuditedCell {
  if (cell.impossible === true) return { impossible: true };
  if (typeof cell.published === 'number') return { shown: cell.published };
  if (cell.carried !== undefined) return { shown: cell.carried };
  if (cell.published === 'hidden' || isSecret(cell, release)) return { hidden: true };
  const { rounding } = release.rules;
  return { shown: Math.round(cell.count / rounding) * rounding };
}

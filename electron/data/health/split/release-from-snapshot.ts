import type { Published } from '../../../../shared/domain/published.ts';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { SplitView } from '../../../../shared/ipc/topics/dashboards.ts';
import { identityOf } from '../../identity/identity-of.ts';
import type { DataContext } from '../../service/context.ts';
import { keepRelease } from '../../store/health-releases/commands.ts';
import { findRelease, findToldBefore, readLedger } from '../../store/health-releases/queries.ts';
import type { SnapshotRow } from '../../store/health-releases/row.ts';
import type { DayNumber } from '../calendar/civil-day.ts';
import { keptAsText, reviveRelease } from '../disclosure/revive-release.ts';
import type { DisclosureRules } from '../disclosure/rules.ts';
import type { ToldCounts } from '../disclosure/split/carried-rows.ts';
import { releaseSplit } from '../disclosure/split/release-split.ts';
import { computeSplit, type SplitQuestion } from './compute-split.ts';
import { bitsFromRow, rowFromBits } from './ledger-bits.ts';

/** A snapshot and the rules of the place its numbers go to. */
export interface SnapshotPlace {
  readonly snapshot: SnapshotRow;
  /** Nothing after this local day is known. */
  readonly asOf: DayNumber;
  readonly timeZone: string;
  readonly rules: DisclosureRules;
}

/**
 * A split from a snapshot: what was told of it before, or what may be told now, which is then kept with who stands behind
 * it. Throws HearthError `not-found` where there are no answers, or no such question.
 */
export async function releaseFromSnapshot(
  context: DataContext,
  asked: SplitQuestion,
  { snapshot, asOf, timeZone, rules }: SnapshotPlace,
): Promise<Published<SplitView>> {
  const name = JSON.stringify([asked.question, asked.measure, asked.cross]);
  const kept = findRelease(context.write, snapshot.id, name);
  if (kept !== undefined) return reviveRelease<SplitView>(kept);
  const identity = identityOf(context).current();
  if (!identity) throw new HearthError('not-found');
  const now = context.clock.now();
  const computed = await context.readSnapshot((db) =>
    computeSplit(db, identity, { ...asked, timeZone, asOf, now, rules }),
  );
  if (!computed) throw new HearthError('not-found');
  const told = findToldBefore(context.write, snapshot, name);
  const ledger = readLedger(context.write, snapshot.id, asked.measure);
  const released = releaseSplit(
    {
      ...computed,
      released: ledger.map((row) => ({ measure: row.measure, members: bitsFromRow(row) })),
      toldBefore: told === undefined ? {} : (JSON.parse(told) as ToldCounts),
      secret: snapshot.secret,
    },
    rules,
  );
  keepRelease(context.write, {
    snapshotId: snapshot.id,
    question: name,
    released: keptAsText(released.view),
    told: JSON.stringify(released.told),
    ledger: released.shown.map(({ members }) => ({ measure: asked.measure, ...rowFromBits(members) })),
  });
  return released.view;
}

import type { Published } from '../../../../shared/domain/published.ts';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { SplitView } from '../../../../shared/ipc/topics/dashboards.ts';
import { identityOf, usingIdentity } from '../../identity/identity-of.ts';
import type { DataContext } from '../../service/context.ts';
import { keepRelease } from '../../store/health-releases/commands.ts';
import { findRelease } from '../../store/health-releases/queries.ts';
import type { SnapshotRow } from '../../store/health-releases/row.ts';
import { membersByOrdinal } from '../../store/identity/links.ts';
import { findCountsBefore, forgetToldBefore, keepToldSplit, readToldSets } from '../../store/identity/told-splits.ts';
import type { DayNumber } from '../calendar/civil-day.ts';
import type { LedgerEntry } from '../disclosure/ledger.ts';
import { keptAsText, reviveRelease } from '../disclosure/revive-release.ts';
import type { DisclosureRules } from '../disclosure/rules.ts';
import type { ToldCounts } from '../disclosure/split/carried-rows.ts';
import { releaseSplit } from '../disclosure/split/release-split.ts';
import { computeSplit, type SplitQuestion } from './compute-split.ts';
import { bitsOf, idsIn } from './ledger-bits.ts';

/** A snapshot and the rules of the place its numbers go to. */
export interface SnapshotPlace {
  readonly snapshot: SnapshotRow;
  /** Nothing after this local day is known. */
  readonly asOf: DayNumber;
  readonly rules: DisclosureRules;
}

/**
 * A split from a snapshot: what was told of it before, or what may be told now. Who stands behind it is kept in the identity
 * file before it is told, so that no crash leaves a number that later questions don't know of.
 * Throws HearthError `not-found` where there are no answers, or no such question.
 */
export function releaseFromSnapshot(
  context: DataContext,
  asked: SplitQuestion,
  place: SnapshotPlace,
): Promise<Published<SplitView>> {
  return usingIdentity(context, () => release(context, asked, place));
}

async function release(
  context: DataContext,
  asked: SplitQuestion,
  { snapshot, asOf, rules }: SnapshotPlace,
): Promise<Published<SplitView>> {
  const { communityId, measure } = asked;
  const name = JSON.stringify([asked.question, measure, asked.cross]);
  const kept = findRelease(context.write, snapshot.id, name);
  if (kept !== undefined) return reviveRelease<SplitView>(kept);
  const identity = identityOf(context).current();
  if (!identity) throw new HearthError('not-found');
  const now = context.clock.now();
  const computed = await context.readSnapshot((db) => computeSplit(db, identity, { ...asked, asOf, now, rules }));
  if (!computed) throw new HearthError('not-found');
  const told = { communityId, kind: snapshot.kind, period: snapshot.period };
  const members = membersByOrdinal(context.write, communityId);
  const before = findCountsBefore(identity.db, told, name);
  const {
    view,
    told: counts,
    shown,
  } = releaseSplit(
    {
      ...computed,
      released: readToldSets(identity.db, told, measure).map(
        (ordinals): LedgerEntry => ({
          measure,
          // An ordinal without a member belongs to somebody who was erased: nobody can be told apart from them any more.
          members: bitsOf(ordinals.flatMap((ordinal) => members.get(ordinal) ?? [])),
        }),
      ),
      toldBefore: before === undefined ? {} : (JSON.parse(before) as ToldCounts),
      secret: snapshot.secret,
    },
    rules,
  );
  const ordinals = new Map([...members].map(([ordinal, member]) => [member as number, ordinal]));
  identity.transaction((db) => {
    keepToldSplit(db, told, {
      question: name,
      measure,
      counts: JSON.stringify(counts),
      sets: shown.map((row) => idsIn(row.members).flatMap((id) => ordinals.get(id) ?? [])),
    });
    forgetToldBefore(db, told);
  });
  keepRelease(context.write, { snapshotId: snapshot.id, question: name, released: keptAsText(view) });
  // Two who ask at the same time get one answer: the one that is kept.
  const first = findRelease(context.write, snapshot.id, name);
  return first === undefined ? view : reviveRelease<SplitView>(first);
}

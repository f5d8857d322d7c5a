import type { SplitCrossing } from '../../../../shared/domain/health/split.ts';
import type { Published } from '../../../../shared/domain/published.ts';
import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { SplitView } from '../../../../shared/ipc/topics/dashboards.ts';
import { identityOf, usingIdentity } from '../../identity/identity-of.ts';
import type { DataContext } from '../../service/context.ts';
import type { Turns } from '../../service/turns.ts';
import { keepRelease } from '../../store/health-releases/commands.ts';
import { findRelease } from '../../store/health-releases/queries.ts';
import type { SnapshotRow } from '../../store/health-releases/row.ts';
import type { IdentityStore } from '../../store/identity/open-identity.ts';
import { forgetToldBefore } from '../../store/identity/told-splits.ts';
import { inTransaction } from '../../store/transaction.ts';
import type { DayNumber } from '../calendar/civil-day.ts';
import { isoDateOf } from '../calendar/civil-day.ts';
import { keptAsText, reviveRelease } from '../disclosure/revive-release.ts';
import type { DisclosureRules } from '../disclosure/rules.ts';
import { type CoverageView, releaseCoverage } from '../disclosure/split/release-coverage.ts';
import { releaseSplit } from '../disclosure/split/release-split.ts';
import { groupMetrics } from '../metrics/group/all.ts';
import { coverageOf } from './coverage-from-facts.ts';
import { readSplitFacts, type SplitFacts, type SplitQuestion } from './read-split-facts.ts';
import { splitTables } from './split-tables.ts';
import { nameOf, ToldBook } from './told-book.ts';

/** A snapshot and the rules of the place its numbers go to. */
export interface SnapshotPlace {
  readonly snapshot: SnapshotRow;
  /** Nothing after this local day is known. */
  readonly asOf: DayNumber;
  readonly rules: DisclosureRules;
  /** Crossings told at that place, of those the measure allows. */
  readonly crossings: readonly SplitCrossing[];
}

/**
 * A split from a snapshot: what was told of it before, or what may be told now, together with every other crossing of the
 * measure. Who stands behind it is kept in the identity file before it is told, so that no crash leaves a number that later
 * questions don't know of.
 * Rejects with HearthError `not-found` where there are no answers, or no such question, and `cancelled` as the turns do.
 */
export function releaseFromSnapshot(
  context: DataContext,
  asked: SplitQuestion,
  place: SnapshotPlace,
  turns: Turns,
): Promise<Published<SplitView>> {
  return usingIdentity(context, () => release(context, asked, place, turns));
}

async function release(
  context: DataContext,
  asked: SplitQuestion,
  place: SnapshotPlace,
  turns: Turns,
): Promise<Published<SplitView>> {
  const kept = () => findRelease(context.write, place.snapshot.id, nameOf(asked));
  const before = kept();
  if (before !== undefined) return reviveRelease<SplitView>(before);
  const identity = identityOf(context).current();
  if (!identity) throw new HearthError('not-found');
  const { asOf, rules } = place;
  await context.readSnapshot(async (db) => {
    const facts = await readSplitFacts(db, identity, { ...asked, asOf, now: context.clock.now(), rules }, turns);
    turns.progress('groups', 0, null);
    const prepare = groupMetrics.find(({ measure }) => measure === asked.measure)?.prepare;
    if (facts && prepare) await turns.run(prepare(facts.facts));
    await turns.next();
    // From here to the end nothing else runs: no other question can be told between what this one reads and keeps. What
    // another one told of this split meanwhile stands.
    if (facts && kept() === undefined) tell(context, identity, asked, facts, place);
  });
  const told = kept();
  if (told === undefined) throw new HearthError('not-found');
  return reviveRelease<SplitView>(told);
}

function tell(
  context: DataContext,
  identity: IdentityStore,
  asked: SplitQuestion,
  facts: SplitFacts,
  place: SnapshotPlace,
): void {
  const { communityId, question, measure } = asked;
  const { snapshot, rules } = place;
  const module = groupMetrics.find((one) => one.measure === measure);
  if (!module) return;
  const told = { communityId, kind: snapshot.kind, period: snapshot.period };
  const book = new ToldBook(identity, context.write, told);
  const coverage = tellCoverage(context, identity, book, asked, facts, place);
  const crossings = place.crossings.filter((cross) => cross === 'none' || module.crossings.includes(cross));
  const { threshold } = rules;
  const sets = book.sets(measure);
  const tables = releaseSplit(
    {
      communityId,
      question,
      questionVersion: facts.groups.version,
      wording: facts.wording,
      measure,
      snapshotDay: isoDateOf(facts.facts.lastDay),
      module,
      tables: splitTables(module, facts, crossings, { sets, threshold, secret: snapshot.secret }),
      coverage,
      told: { sets, rows: book.rowsBeside(asked) },
      toldBefore: new Map(crossings.map((cross) => [cross, book.countsBefore({ question, measure, cross })])),
      curvesBefore: book.curvesBefore({ question, measure, cross: 'none' }),
      secret: snapshot.secret,
    },
    rules,
  );
  identity.transaction((db) => {
    for (const table of tables) book.keep({ question, measure, cross: table.cross }, table);
    forgetToldBefore(db, told);
  });
  // All crossings or none: one that is missing would be told later, and by then from other answers.
  inTransaction(context.write, () => {
    for (const { cross, view } of tables) {
      keepRelease(context.write, {
        snapshotId: snapshot.id,
        question: nameOf({ question, measure, cross }),
        released: keptAsText(view),
      });
    }
  });
}

/** Coverage of a question: told once from a snapshot, so that every measure says the same beside it. */
function tellCoverage(
  context: DataContext,
  identity: IdentityStore,
  book: ToldBook,
  { question }: SplitQuestion,
  facts: SplitFacts,
  { snapshot, rules }: SnapshotPlace,
): CoverageView {
  const table = { question, measure: 'coverage', cross: 'none' } as const;
  const kept = findRelease(context.write, snapshot.id, nameOf(table));
  if (kept !== undefined) return reviveRelease<CoverageView>(kept);
  const { threshold } = rules;
  const before = {
    told: book.sets('coverage'),
    toldBefore: book.countsBefore(table),
    secret: snapshot.secret,
    threshold,
  };
  const { view, told, sets } = releaseCoverage(coverageOf(facts, before), rules);
  identity.transaction(() => book.keep(table, { told, rows: [], sets }));
  keepRelease(context.write, { snapshotId: snapshot.id, question: nameOf(table), released: keptAsText(view) });
  return view;
}

import type { SplitCrossing } from '../../../../shared/domain/health/split.ts';
import type { CommunityId } from '../../../../shared/domain/ids.ts';
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
import { readErasedAt } from '../../store/identity/settings.ts';
import { forgetOldRows, REMEMBERED_DAYS } from '../../store/identity/told-rows.ts';
import { forgetToldBefore } from '../../store/identity/told-splits.ts';
import { inTransaction } from '../../store/transaction.ts';
import type { DayNumber } from '../calendar/civil-day.ts';
import { isoDateOf } from '../calendar/civil-day.ts';
import { keptAsText, reviveRelease } from '../disclosure/revive-release.ts';
import type { DisclosureRules } from '../disclosure/rules.ts';
import { type CoverageView, NO_COVERAGE, releaseCoverage } from '../disclosure/split/release-coverage.ts';
import { releaseSplit } from '../disclosure/split/release-split.ts';
import type { ToldMemory } from '../disclosure/split/told-memory.ts';
import { groupMetrics } from '../metrics/group/all.ts';
import { coverageOf } from './coverage-from-facts.ts';
import { holdPlaces, notHeld } from './held-places.ts';
import { keepTerms } from './held-terms.ts';
import { notesOfYear } from './notes-of-year.ts';
import { readSplitFacts, type SplitFacts, type SplitQuestion } from './read-split-facts.ts';
import { splitTables } from './split-tables.ts';
import { nameOf, ToldBook } from './told-book.ts';

const MS_PER_DAY = 86_400_000;

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
  const memory = book.memory();
  const coverage = wasErasedLately(context, communityId)
    ? NO_COVERAGE
    : tellCoverage(context, identity, { book, memory }, asked, facts, place);
  const crossings = place.crossings.filter((cross) => cross === 'none' || module.crossings.includes(cross));
  const { threshold } = rules;
  const sets = book.sets(measure);
  // A frozen quarter is told once, as it was at its end: nobody can ask of it week by week.
  const held =
    snapshot.kind === 'quarter'
      ? notHeld(module, facts)
      : identity.transaction((db) =>
          holdPlaces(module, facts, {
            db,
            communityId,
            asOf: place.asOf,
            ordinals: book.ordinals(),
            further: book.furtherOrdinals(),
          }),
        );
  const tables = releaseSplit(
    {
      communityId,
      question,
      questionVersion: facts.groups.version,
      wording: facts.wording,
      measure,
      snapshotDay: isoDateOf(facts.facts.lastDay),
      module,
      tables: splitTables(module, facts, crossings, { sets, threshold, drawOf: book.drawOf }, held),
      coverage,
      told: { sets, rows: book.rowsBeside(asked) },
      memory,
      nameOf: (cross) => nameOf({ question, measure, cross }),
      secret: snapshot.secret,
      // A week has a note as soon as it is written; a frozen quarter keeps those it was told with.
      annotations: snapshot.kind === 'quarter' ? notesOfYear(context.write, communityId, place.asOf) : [],
    },
    rules,
  );
  identity.transaction((db) => {
    for (const table of tables) book.keep({ question, measure, cross: table.cross }, table);
    keepTerms(db, communityId, question, rules, { terms: facts.terms, ordinals: book.ordinals() });
    forgetToldBefore(db, told);
    forgetOldRows(db, told);
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

/**
 * Whether what was told before was erased so lately that it would still be remembered: the same answers read in again, but
 * for one person's, would tell that person.
 */
function wasErasedLately({ read, clock }: DataContext, communityId: CommunityId): boolean {
  const erasedAt = readErasedAt(read, communityId);
  return erasedAt !== null && clock.now() - erasedAt < REMEMBERED_DAYS * MS_PER_DAY;
}

/** Coverage of a question: told once from a snapshot, so that every measure says the same beside it. */
function tellCoverage(
  context: DataContext,
  identity: IdentityStore,
  { book, memory }: { readonly book: ToldBook; readonly memory: ToldMemory },
  { question }: SplitQuestion,
  facts: SplitFacts,
  { snapshot, rules }: SnapshotPlace,
): CoverageView {
  const table = { question, measure: 'coverage', cross: 'none' } as const;
  const before = findRelease(context.write, snapshot.id, nameOf(table));
  if (before !== undefined) return reviveRelease<CoverageView>(before);
  const { threshold } = rules;
  const told = {
    told: book.sets('coverage'),
    memory,
    name: nameOf(table),
    secret: snapshot.secret,
    drawOf: book.drawOf,
    threshold,
  };
  const { view, kept, sets } = releaseCoverage(coverageOf(facts, told), rules);
  identity.transaction(() => book.keep(table, { kept, rows: [], sets }));
  keepRelease(context.write, { snapshotId: snapshot.id, question: nameOf(table), released: keptAsText(view) });
  return view;
}

import type { ActionKind } from '../../../shared/domain/action.ts';
import type { Capabilities } from '../../../shared/domain/community.ts';
import type { Finding, PersonEffect, PlannedEffect } from '../../../shared/domain/decision.ts';
import type { ReportFacts } from '../../../shared/domain/report-facts.ts';
import { tellsPerson } from '../../../shared/domain/tell-person.ts';
import { findStandingSanction, listStandingRemovals } from '../store/actions/queries.ts';
import type { ActionRow } from '../store/actions/row.ts';
import type { CaseRow } from '../store/cases/row.ts';
import { findCommunity } from '../store/communities/queries.ts';
import type { ReadDb } from '../store/db.ts';
import { findMember } from '../store/members/queries.ts';
import { findReport, listLinkedReports } from '../store/reports/queries.ts';
import { factsOf, type ReportRow } from '../store/reports/row.ts';
import { listSubjectsOfCase } from '../store/subjects/queries.ts';

/** One call to make, with the report whose standing it depends on. */
export interface PlannedAction {
  readonly effect: PlannedEffect;
  readonly report: ReportRow | null;
  readonly reversalOf: ActionRow | null;
}

export interface EffectsWanted {
  readonly finding: Finding;
  readonly personEffect: PersonEffect;
  readonly notifyPerson: boolean;
  readonly removePosts: boolean;
}

type Sanction = Exclude<PersonEffect, 'none'>;

/**
 * What a decision would do on the platform, in the order it is done: first posts, then the account, then the reports, so that
 * what is refused leaves the reports open. Reports that the platform closes by itself are in it too, as side effects:
 * they are looked at afterwards and called for only when it did not.
 */
export function planEffects(db: ReadDb, row: CaseRow, wanted: EffectsWanted): readonly PlannedAction[] {
  const can = findCommunity(db, row.community_id)?.capabilities;
  const account = findMember(db, row.author_member_id);
  if (!can || !account) return [];
  const linked = listLinkedReports(db, row.id);
  const open = linked.filter((report) => report.remote_state === 'open');
  const lead = open[0] ?? linked.find((report) => report.remote_state !== 'gone') ?? null;
  const plan: PlannedAction[] = wanted.removePosts
    ? planRemovals(db, row, linked, can)
    : planRestoring(db, row, wanted, can);
  if (wanted.personEffect !== 'none') {
    plan.push(planSanction(wanted.personEffect, account.remote_id, lead, can, wanted.notifyPerson));
  }
  const undo = planUndo(db, row, wanted, can);
  if (undo) plan.push({ ...undo, report: lead });
  if (can.resolve) plan.push(...open.map((report) => planResolve(report, closesByItself(wanted, can, report, lead))));
  return plan;
}

/** Whether a decision of this case could take posts down: by the plan itself, so that nothing is offered that it would leave out. */
export function canRemovePosts(db: ReadDb, row: CaseRow): boolean {
  const can = findCommunity(db, row.community_id)?.capabilities;
  return can ? planRemovals(db, row, listLinkedReports(db, row.id), can).length > 0 : false;
}

/** The author's own posts that are still up. A reporter may have linked to others; those are nobody's fault here. */
function planRemovals(db: ReadDb, row: CaseRow, linked: readonly ReportRow[], can: Capabilities): PlannedAction[] {
  if (can.removePost !== true) return [];
  const inState = (state: ReportRow['remote_state']) => linked.filter((report) => report.remote_state === state);
  const reports = [...inState('open'), ...inState('resolved')];
  const plan: PlannedAction[] = [];
  for (const subject of listSubjectsOfCase(db, row.id)) {
    if (subject.kind !== 'post' || subject.author_member_id !== row.author_member_id) continue;
    const report = reports.find((one) => canTakeDown(factsOf(one), subject.remote_id));
    if (report) plan.push(planPost('post.remove', subject.remote_id, report, can.restorePost !== true, null));
  }
  return plan;
}

function canTakeDown({ postIds, stayingPostIds = [] }: ReportFacts, remoteId: string): boolean {
  return postIds.includes(remoteId) && !stayingPostIds.includes(remoteId);
}

/** A case that comes to another finding than before puts up again what it had taken down, where that can be done. */
function planRestoring(db: ReadDb, row: CaseRow, wanted: EffectsWanted, can: Capabilities): PlannedAction[] {
  if (wanted.finding === 'upheld' || can.restorePost !== true) return [];
  return listStandingRemovals(db, row.id).flatMap((removal) => {
    const report = removal.report_id === null ? null : findReport(db, removal.report_id);
    if (!report || report.remote_state === 'gone') return [];
    return [planPost('post.restore', removal.target_remote_id, report, false, removal)];
  });
}

function planPost(
  kind: 'post.remove' | 'post.restore',
  remoteId: string,
  report: ReportRow,
  irreversible: boolean,
  reversalOf: ActionRow | null,
): PlannedAction {
  const effect = { kind, target: 'post', remoteId, sideEffect: false, irreversible, notifiesPerson: false } as const;
  return { effect, report, reversalOf };
}

function planSanction(
  effect: Sanction,
  remoteId: string,
  lead: ReportRow | null,
  can: Capabilities,
  notifies: boolean,
): PlannedAction {
  return {
    effect: {
      kind: `account.${effect}`,
      target: 'account',
      remoteId,
      sideEffect: false,
      irreversible: can.irreversible.includes(effect),
      notifiesPerson: tellsPerson(can, effect, notifies),
    },
    report: lead,
    reversalOf: null,
  };
}

/** A case that comes to another finding than before takes back what it had done to the person. */
function planUndo(db: ReadDb, row: CaseRow, wanted: EffectsWanted, can: Capabilities): PlannedAction | null {
  if (wanted.finding === 'upheld' || wanted.personEffect !== 'none') return null;
  const account = findMember(db, row.author_member_id);
  const standing = account && findStandingSanction(db, row.community_id, account.remote_id);
  if (!account || standing?.case_id !== row.id) return null;
  const effect = standing.kind.slice('account.'.length) as PersonEffect;
  if (!can.undoEffects.includes(effect)) return null;
  return {
    effect: {
      kind: `account.undo-${effect}` as ActionKind,
      target: 'account',
      remoteId: account.remote_id,
      sideEffect: false,
      irreversible: false,
      notifiesPerson: false,
    },
    report: null,
    reversalOf: standing,
  };
}

function closesByItself(wanted: EffectsWanted, can: Capabilities, report: ReportRow, lead: ReportRow | null): boolean {
  if (wanted.personEffect === 'none') return false;
  if (wanted.personEffect === 'warn') return report.id === lead?.id;
  return can.accountActionResolvesReports;
}

function planResolve(report: ReportRow, sideEffect: boolean): PlannedAction {
  return {
    effect: {
      kind: 'report.resolve',
      target: 'report',
      remoteId: report.remote_id,
      sideEffect,
      irreversible: false,
      notifiesPerson: false,
    },
    report,
    reversalOf: null,
  };
}

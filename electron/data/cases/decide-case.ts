import type { DecisionInput, Finding } from '../../../shared/domain/decision.ts';
import type { DecisionId, Instant } from '../../../shared/domain/ids.ts';
import type { ReportState } from '../../../shared/domain/report.ts';
import { accountOnlyFacts, type ReportFacts } from '../../../shared/domain/report-facts.ts';
import { ForbiddenTransition } from '../../../shared/domain/state-machine.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import { insertAction } from '../store/actions/commands.ts';
import type { ActionParameters } from '../store/actions/row.ts';
import { setCaseState, setSeverity } from '../store/cases/commands.ts';
import { findCase } from '../store/cases/queries.ts';
import type { CaseRow } from '../store/cases/row.ts';
import { releaseClaims } from '../store/claims/commands.ts';
import { insertDecision } from '../store/decisions/commands.ts';
import { findMember } from '../store/members/queries.ts';
import { saveDraft } from '../store/notes/commands.ts';
import { setReportState } from '../store/reports/commands.ts';
import { listLinkedReports } from '../store/reports/queries.ts';
import { factsOf } from '../store/reports/row.ts';
import { inDurableTransaction } from '../store/transaction.ts';
import { type CaseContext, recordOwnEvent } from './case-event.ts';
import { claimCase } from './claim-case.ts';
import { checkDecision } from './decision-rules.ts';
import { type PlannedAction, planEffects } from './plan-effects.ts';
import { undoWindowMs } from './undo-window.ts';

export interface Decided {
  readonly decisionId: DecisionId;
  /** Until when it can certainly be taken back; null when nothing is going to be sent. */
  readonly undoUntil: Instant | null;
}

/** A report's state after a finding: a complaint in bad faith or twice made is not an answered one. */
const answeredAs: Readonly<Record<Finding, ReportState>> = {
  upheld: 'answered',
  'not-upheld': 'answered',
  'not-enough': 'answered',
  'bad-faith': 'invalid',
  duplicate: 'duplicate',
};

/**
 * Decides a case in one transaction that survives a power cut: claim taken or renewed, decision, actions with idempotency
 * key and base, reports answered, case decided, claim released, draft removed, audit event. Throws `stale` when the case
 * moved on since the moderator looked, `claim-held`, and what checkDecision throws.
 */
export function decideCase(context: CaseContext, input: DecisionInput & { caseVersion: number }): Decided {
  const { write } = context;
  return inDurableTransaction(write, () => {
    const row = findCase(write, input.caseId);
    if (!row) throw new HearthError('not-found');
    if (row.is_open === 0) throw new ForbiddenTransition('case', row.state, 'decided');
    if (row.version !== input.caseVersion) throw new HearthError('stale', { version: row.version });
    const policy = checkDecision(write, row, input);
    claimCase(context, row);
    const plan = planEffects(write, row, input);
    const at = context.clock.now();
    const notBefore = at + undoWindowMs(context);
    const reports = listLinkedReports(write, row.id);
    const decisionId = insertDecision(write, {
      case_id: row.id,
      community_id: row.community_id,
      finding: input.finding,
      policy_id: input.policyId,
      policy_version: policy?.version ?? null,
      severity: input.severity,
      person_effect: input.personEffect,
      content_effect: input.removePosts ? 'remove-posts' : 'none',
      notify_person: input.notifyPerson ? 1 : 0,
      reason_internal: input.reasonInternal,
      reason_person: input.reasonPerson,
      effects_shown: JSON.stringify(plan.map((one) => one.effect)),
      report_ids: JSON.stringify(reports.map((one) => one.id)),
      decided_by: context.actor().alias,
      decided_at: at,
    });
    for (const [position, planned] of plan.entries()) {
      addAction(context, { row, decisionId, position, notBefore, planned, input });
    }
    for (const report of reports) setReportState(write, report, answeredAs[input.finding]);
    closeDecided(context, row, input, at);
    recordOwnEvent(
      context,
      'case.decided',
      { communityId: row.community_id, caseId: row.id },
      {
        decision: decisionId,
        finding: input.finding,
        effect: input.personEffect,
        removesPosts: input.removePosts,
        actions: plan.length,
      },
    );
    return { decisionId, undoUntil: plan.length > 0 ? notBefore : null };
  });
}

function closeDecided(context: CaseContext, before: CaseRow, input: DecisionInput, at: Instant): void {
  const { write } = context;
  const row = findCase(write, before.id) ?? before;
  setCaseState(write, row, 'decided', at);
  setSeverity(write, row.id, input.severity);
  releaseClaims(write, row.id, at, 'decided');
  saveDraft(write, row.id, null, at);
}

/** What platforms that keep it are told: not enough to go by, and a duplicate, say nothing of the report. */
function upheldBy(finding: Finding): boolean | null {
  if (finding === 'upheld') return true;
  return finding === 'not-upheld' || finding === 'bad-faith' ? false : null;
}

function addAction(
  context: CaseContext,
  part: {
    row: CaseRow;
    decisionId: DecisionId;
    position: number;
    notBefore: Instant;
    planned: PlannedAction;
    input: DecisionInput;
  },
): void {
  const { row, planned, input } = part;
  const { effect, report } = planned;
  const parameters: ActionParameters = {
    text: effect.target === 'account' ? input.reasonPerson : '',
    notify: effect.notifiesPerson,
    upheld: upheldBy(input.finding),
  };
  const base = report ? factsOf(report) : accountBase(context, row);
  insertAction(context.write, {
    decision_id: part.decisionId,
    case_id: row.id,
    community_id: row.community_id,
    position: part.position,
    kind: effect.kind,
    target_kind: effect.target,
    target_remote_id: effect.remoteId,
    report_id: report?.id ?? null,
    report_remote_id: report?.remote_id ?? null,
    parameters: JSON.stringify(parameters),
    idempotency_key: context.newKey(),
    base_version: base.version,
    base: JSON.stringify(base),
    not_before: part.notBefore,
    reversal_of: planned.reversalOf?.id ?? null,
  });
}

function accountBase(context: CaseContext, row: CaseRow): ReportFacts {
  const account = findMember(context.write, row.author_member_id);
  return accountOnlyFacts(account?.account_state ?? 'active', account?.fetched_at ?? context.clock.now());
}

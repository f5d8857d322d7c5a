import type { CaseId, CommunityId } from '../../../shared/domain/ids.ts';
import type { RuleLane } from '../../../shared/domain/report.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import type { CommunityRule } from '../../../shared/ipc/topics/communities.ts';
import { refreshCase } from '../cases/refresh-case.ts';
import type { DataContext } from '../service/context.ts';
import { recordEvent } from '../service/record-event.ts';
import { listOpenCasesUnderRule } from '../store/cases/queries.ts';
import { setRuleLane } from '../store/policies/commands.ts';
import { listCurrentPolicies, readRuleLanes } from '../store/policies/queries.ts';
import { inTransaction } from '../store/transaction.ts';

/** The rules in force in a community with their lanes. */
export function listRules(context: DataContext, communityId: CommunityId): readonly CommunityRule[] {
  const lanes = readRuleLanes(context.read, communityId);
  return listCurrentPolicies(context.read, communityId).map((policy) => ({
    ruleId: policy.remote_id,
    title: policy.title,
    text: policy.text,
    lane: lanes.get(policy.remote_id) ?? null,
  }));
}

/** Gives a rule a lane, and its open cases their new place, in one transaction. Throws 'not-found'. */
export function changeRuleLane(
  context: DataContext,
  change: { communityId: CommunityId; ruleId: string; lane: RuleLane | null },
): void {
  const { communityId, ruleId, lane } = change;
  const { write } = context;
  const moved = inTransaction(write, (): readonly CaseId[] => {
    if (!listCurrentPolicies(write, communityId).some((policy) => policy.remote_id === ruleId)) {
      throw new HearthError('not-found');
    }
    setRuleLane(write, communityId, ruleId, lane);
    const cases = listOpenCasesUnderRule(write, communityId, ruleId);
    for (const id of cases) refreshCase(write, id, { movedOn: false });
    recordEvent(context, 'community.changed', communityId);
    return cases;
  });
  context.changed(['communities', 'queue', 'case'], moved);
}

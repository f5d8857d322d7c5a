import type { DecisionInput } from '../../../shared/domain/decision.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import type { CaseRow } from '../store/cases/row.ts';
import { findCommunity } from '../store/communities/queries.ts';
import type { ReadDb } from '../store/db.ts';
import { findPolicy, listCurrentPolicies } from '../store/policies/queries.ts';
import type { PolicyRow } from '../store/policies/row.ts';

/**
 * The one place where the rules of a decision are kept. Answers the policy version it is made under. Throws:
 * `policy-required` when something is upheld in a community that has rules and none is named; `reason-required` when a
 * person is sanctioned or a post taken down without a reason for colleagues; `invalid-input` when that is done although nothing
 * was upheld, or the policy is not this community's; `not-supported` when the platform has no such effect.
 */
export function checkDecision(db: ReadDb, row: CaseRow, input: DecisionInput): PolicyRow | null {
  const policy = input.policyId === null ? null : findPolicy(db, input.policyId);
  if (input.policyId !== null && policy?.community_id !== row.community_id) {
    throw new HearthError('invalid-input', { field: 'policyId' });
  }
  if (input.finding === 'upheld' && !policy && listCurrentPolicies(db, row.community_id).length > 0) {
    throw new HearthError('policy-required');
  }
  if (input.personEffect === 'none' && !input.removePosts) return policy;
  if (input.finding !== 'upheld') {
    throw new HearthError('invalid-input', { field: input.removePosts ? 'removePosts' : 'personEffect' });
  }
  if (input.reasonInternal.trim() === '') throw new HearthError('reason-required');
  const can = findCommunity(db, row.community_id)?.capabilities;
  if (input.personEffect !== 'none' && !can?.personEffects.includes(input.personEffect)) {
    throw new HearthError('not-supported');
  }
  if (input.removePosts && can?.removePost !== true) throw new HearthError('not-supported');
  return policy;
}

import { expect, test } from 'vitest';
import { refreshCase } from '../../../electron/data/cases/refresh-case.ts';
import { changeRuleLane, listRules } from '../../../electron/data/communities/rules.ts';
import { findCase } from '../../../electron/data/store/cases/queries.ts';
import { recordPolicies } from '../../../electron/data/store/policies/commands.ts';
import { aCase, aReport } from '../../builders/case-work.ts';
import { aDataContext } from '../../builders/data-context.ts';
import { testNow } from '../../builders/insert-row.ts';
import { aCommunity } from '../../builders/people.ts';
import { aStore } from '../../builders/store.ts';

const danger = { remoteId: '2', title: 'Somebody may be in danger', text: '' };

function aRuleInForce() {
  const store = aStore();
  const context = aDataContext(store);
  const communityId = aCommunity(store.write);
  recordPolicies(store.write, communityId, [danger], testNow);
  const caseId = aCase(store.write, communityId);
  aReport(store.write, communityId, {
    case_id: caseId,
    state: 'linked',
    category_received: 'violation',
    rule_ids: '["2"]',
  });
  refreshCase(store.write, caseId, { movedOn: false });
  return { store, context, communityId, caseId };
}

test('a rule that gets a lane moves its open cases to the head of the queue, and back', () => {
  const { store, context, communityId, caseId } = aRuleInForce();
  const before = findCase(store.write, caseId);
  expect(before?.category).toBe('violation');

  changeRuleLane(context, { communityId, ruleId: '2', lane: 'crisis' });
  const urgent = findCase(store.write, caseId);
  expect(urgent?.category).toBe('crisis');
  expect(urgent?.priority).toBeGreaterThan(before?.priority ?? Number.POSITIVE_INFINITY);

  changeRuleLane(context, { communityId, ruleId: '2', lane: null });
  expect(findCase(store.write, caseId)).toMatchObject({ category: 'violation', priority: before?.priority });
});

test('what a moderator corrected goes before the lane of a rule', () => {
  const { store, context, communityId, caseId } = aRuleInForce();
  store.write.prepare(`UPDATE reports SET category_corrected = 'spam' WHERE case_id = ?`).run(caseId);
  changeRuleLane(context, { communityId, ruleId: '2', lane: 'crisis' });
  expect(findCase(store.write, caseId)?.category).toBe('spam');
});

test('a new wording of the rule keeps its lane', () => {
  const { store, context, communityId } = aRuleInForce();
  changeRuleLane(context, { communityId, ruleId: '2', lane: 'crisis' });
  recordPolicies(store.write, communityId, [{ ...danger, text: 'Tell the team at once.' }], testNow + 1);
  expect(listRules(context, communityId)).toEqual([
    { ruleId: '2', title: danger.title, text: 'Tell the team at once.', lane: 'crisis' },
  ]);
});

test('a rule the community does not have is refused', () => {
  const { context, communityId } = aRuleInForce();
  expect(() => changeRuleLane(context, { communityId, ruleId: '99', lane: 'crisis' })).toThrow(
    expect.objectContaining({ code: 'not-found' }),
  );
});

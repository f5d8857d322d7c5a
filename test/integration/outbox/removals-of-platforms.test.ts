import { describe, expect, it, onTestFinished } from 'vitest';
import { readCase } from '../../../electron/data/case/read-case.ts';
import { connectorFor } from '../../../electron/data/platforms/connector-for.ts';
import { RequestBudgets } from '../../../electron/data/platforms/http/request-budget.ts';
import { listActionsOfDecision } from '../../../electron/data/store/actions/queries.ts';
import { listOpenConflicts } from '../../../electron/data/store/conflicts/queries.ts';
import { listCurrentPolicies } from '../../../electron/data/store/policies/queries.ts';
import { pushToTheEnd } from '../../builders/outbox-desk.ts';
import { never } from '../../builders/practice.ts';
import { SyncDesk } from '../../builders/sync-desk.ts';
import { standIns } from '../../stand-ins/all.ts';

/** Where Hearth takes posts down. Each platform shows it in its own way; without that, nobody would know that it worked. */
const withPosts = Object.keys(standIns).filter((name) => /^(discourse|lemmy|misskey|sharkey|nodebb)/.test(name));

async function aDeskAt(name: string): Promise<SyncDesk> {
  const standIn = await standIns[name]!();
  onTestFinished(() => standIn.server.stop());
  const { platform, server, credentials } = standIn;
  if (platform === 'practice') throw new RangeError('not this one');
  // On some platforms of every kind that can be reported, in turn.
  for (let count = 0; count < 4; count += 1) standIn.addReport();
  const target = { platform, baseUrl: server.origin, ...credentials, software: null };
  const connector = connectorFor(target, new RequestBudgets());
  const { capabilities, accountHandle } = await connector.readFacts(never);
  const desk = new SyncDesk({ connector, platform, capabilities, handle: accountHandle, baseUrl: server.origin });
  desk.clock.at = Date.now();
  expect(await desk.pull()).toBe('complete');
  return desk;
}

describe.each(withPosts)('taking reported posts down on %s', (name) => {
  it('is seen to have worked, and its reports are closed, without asking anybody', async () => {
    const desk = await aDeskAt(name);
    const cases = desk.openCases().filter(({ id }) => readCase(desk.context, id).canRemovePosts);
    expect(cases.length).toBeGreaterThan(0);
    const policyId = listCurrentPolicies(desk.context.read, desk.communityId)[0]?.id ?? null;
    const decided = cases.map((row) => desk.decide(row, { removePosts: true, policyId }));
    await pushToTheEnd(desk);
    const actions = decided.flatMap(({ decisionId }) => listActionsOfDecision(desk.context.write, decisionId));
    expect(actions.map(({ kind, state }) => `${kind} ${state}`).filter((one) => !one.endsWith(' applied'))).toEqual([]);
    expect(actions.some(({ kind }) => kind === 'post.remove')).toBe(true);
    expect(listOpenConflicts(desk.context.write)).toEqual([]);
    for (const row of cases) {
      const { subjects } = readCase(desk.context, row.id);
      expect(subjects.map(({ kind, presence }) => `${kind} ${presence}`)).toContain('post deleted');
    }
  });
});

import { describe, expect, it, onTestFinished } from 'vitest';
import { readCase } from '../../../electron/data/case/read-case.ts';
import { listActionsOfDecision } from '../../../electron/data/store/actions/queries.ts';
import { listOpenConflicts } from '../../../electron/data/store/conflicts/queries.ts';
import { listCurrentPolicies } from '../../../electron/data/store/policies/queries.ts';
import { pushToTheEnd } from '../../builders/outbox-desk.ts';
import { SyncDesk } from '../../builders/sync-desk.ts';
import { aFaultBench } from '../../faults/every-platform/fault-bench.ts';
import { standIns } from '../../stand-ins/all.ts';

/** Where Hearth takes posts down. Each platform shows it in its own way; without that, nobody would know that it worked. */
const withPosts = Object.keys(standIns).filter((name) => /^(discourse|lemmy|misskey|sharkey|nodebb)/.test(name));

async function aDeskAt(name: string): Promise<SyncDesk> {
  const standIn = await standIns[name]!();
  onTestFinished(() => standIn.server.stop());
  // On some platforms of every kind that can be reported, in turn.
  const desk = (await aFaultBench(standIn, 4, (options) => new SyncDesk(options))).desk as SyncDesk;
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

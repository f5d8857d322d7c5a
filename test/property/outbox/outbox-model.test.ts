import fc from 'fast-check';
import { expect, it } from 'vitest';
import { letTimePass } from '../../../electron/data/cases/time-passed.ts';
import { undoDecision } from '../../../electron/data/cases/undo-decision.ts';
import { type ActionRow, baseOf } from '../../../electron/data/store/actions/row.ts';
import { verifyAuditChain } from '../../../electron/data/store/audit/verify-chain.ts';
import { listOpenConflicts } from '../../../electron/data/store/conflicts/queries.ts';
import type { DecisionRow } from '../../../electron/data/store/decisions/row.ts';
import { settleConflict, settlementsFor } from '../../../electron/data/sync/outbox/settle-conflict.ts';
import type { SendPoint } from '../../../electron/data/sync/tools.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import { settlements } from '../../../shared/ipc/topics/conflicts.ts';
import { testSettlingMs } from '../../builders/bare-desk.ts';
import { FakePlatform, type Fault } from '../../builders/fake-platform.ts';
import { goToSocialLike, mastodonLike, removingAndRestoring, removingForGood } from '../../builders/like-platforms.ts';
import { SyncDesk } from '../../builders/sync-desk.ts';

/** Thrown where the process would be gone; the test then opens the file anew. */
class Crash extends Error {}

const authors = ['ada', 'bo', 'cy'];
const points: readonly SendPoint[] = ['before-mark', 'marked', 'answered', 'noted', 'confirmed', 'applied'];
const faults: readonly Fault[] = ['offline', 'time-out', 'late', 'late', 'lost-answer', 'server-error', 'rate-limited'];
const minutes = 60_000;

const small = fc.nat({ max: 20 });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('report' as const), author: fc.constantFrom(...authors) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('pull' as const) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      nth: small,
      effect: fc.constantFrom('none', 'warn', 'silence', 'suspend'),
      removePosts: fc.boolean(),
      upheld: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const), nth: small }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('push' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('crash' as const),
      point: fc.constantFrom(...points),
      skip: fc.nat({ max: 2 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('colleague' as const),
      act: fc.constantFrom('resolve', 'silence', 'lift', 'reopen', 'assign', 'note', 'delete', 'take-down', 'put-back'),
      nth: small,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      on: fc.constantFrom('read', 'call'),
      kind: fc.constantFrom(...faults),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(0, 0.2, 0.2, 0.5, 2, 40) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('clock' as const), minutes: fc.constantFrom(-600, -3, 5, 600) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('settle' as const),
      nth: small,
      how: fc.constantFrom(...settlements),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const colleague = fc.record({
  do: fc.constant('colleague' as const),
  act: fc.constantFrom('resolve', 'lift', 'reopen', 'assign', 'note', 'take-down', 'put-back'),
  nth: small,
});

/** What chance alone seldom puts together: the process ends around a call, and colleagues are at work until it is back. */
const goneMeanwhile: fc.Arbitrary<readonly Step[]> = fc
  .record({
    decide: fc.record({
      do: fc.constant('decide' as const),
      nth: small,
      effect: fc.constantFrom('none', 'warn', 'silence', 'suspend'),
      removePosts: fc.boolean(),
      upheld: fc.boolean(),
    }),
    crash: fc.record({
      do: fc.constant('crash' as const),
      point: fc.constantFrom<SendPoint>('marked', 'answered', 'noted'),
      skip: fc.nat({ max: 1 }),
    }),
    colleagues: fc.array(colleague, { minLength: 1, maxLength: 4 }),
  })
  .map(({ decide, crash, colleagues }) => [decide, crash, ...colleagues]);

const steps = fc
  .array(fc.oneof({ weight: 14, arbitrary: step.map((one) => [one]) }, { weight: 1, arbitrary: goneMeanwhile }), {
    minLength: 5,
    maxLength: 45,
  })
  .map((parts) => parts.flat());

/** What the model remembers beside the real thing. */
interface Model {
  readonly decided: Set<number>;
  /** Decisions that a person sent on top of a colleague's doing, or of a request whose fate was unclear. */
  readonly sentOnTop: Set<number>;
}

function pick<Item>(items: readonly Item[], nth: number): Item | undefined {
  return items[nth % Math.max(1, items.length)];
}

async function take(desk: SyncDesk, platform: FakePlatform, model: Model, one: Step): Promise<void> {
  const { write } = desk.context;
  switch (one.do) {
    case 'report':
      platform.addReport(one.author);
      return;
    case 'pull':
      await desk.pull();
      return;
    case 'decide': {
      const row = pick(desk.openCases(), one.nth);
      const effect =
        desk.context.write && platform.capabilities.personEffects.includes(one.effect as never) ? one.effect : 'none';
      if (!row) return;
      const upheld = one.upheld || effect !== 'none';
      const removePosts = upheld && one.removePosts && platform.capabilities.removePost === true;
      const finding = upheld ? 'upheld' : 'not-upheld';
      const decided = asked(() => desk.decide(row, { finding, removePosts, personEffect: effect as 'none' }));
      if (decided) model.decided.add(decided.decisionId);
      return;
    }
    case 'undo': {
      const decision = pick(write.prepare('SELECT id FROM decisions ORDER BY id').all() as DecisionRow[], one.nth);
      if (decision) asked(() => undoDecision(desk.context, decision.id));
      return;
    }
    case 'push':
      await desk.push();
      return;
    case 'crash':
      await crashDuring(desk, one.point, one.skip);
      return;
    case 'colleague':
      colleagueActs(platform, one.act, one.nth);
      return;
    case 'fault':
      (one.on === 'read' ? platform.readFaults : platform.callFaults).push(one.kind);
      return;
    case 'wait':
      desk.advance(one.minutes * minutes);
      letTimePass(desk.context);
      return;
    case 'clock':
      desk.clock.advance(one.minutes * minutes);
      letTimePass(desk.context);
      return;
    case 'settle': {
      const conflict = pick(listOpenConflicts(write), one.nth);
      if (!conflict) return;
      const ways = settlementsFor(JSON.parse(conflict.remote));
      const settlement = ways.includes(one.how) ? one.how : 'keep-theirs';
      const settled = asked(() => settleConflict(desk.context, { conflictId: conflict.id, settlement, note: '' }));
      if (settled && settlement === 'send-mine') model.sentOnTop.add(conflict.decision_id);
      return;
    }
  }
}

/** Runs what a person asks for; that it may be refused is part of the contract, anything else is not. */
function asked<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof HearthError) return null;
    throw error;
  }
}

async function crashDuring(desk: SyncDesk, point: SendPoint, skip: number): Promise<void> {
  let left = skip;
  desk.reached = (reached) => {
    if (reached !== point) return;
    left -= 1;
    if (left < 0) throw new Crash();
  };
  try {
    await desk.push();
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
  } finally {
    desk.reached = () => undefined;
  }
  desk.restart();
}

function colleagueActs(platform: FakePlatform, act: string, nth: number): void {
  const report = pick(
    platform.reports.filter((one) => !one.gone),
    nth,
  );
  if (!report) return;
  if (act === 'resolve') platform.resolve(report, 'colleague');
  if (act === 'silence') platform.sanction(report.author, 'silenced', 'colleague');
  // Where Hearth can't lift a sanction, nobody can.
  if (act === 'lift' && platform.capabilities.undoEffects.length > 0) platform.lift(report.author);
  if (act === 'reopen') platform.reopen(report);
  if (act === 'assign') platform.assign(report, 'colleague');
  if (act === 'note') platform.note(report);
  if (act === 'delete') report.gone = true;
  const post = report.postIds[0] ?? '';
  if (act === 'take-down') platform.postsDown.add(post);
  if (act === 'put-back' && platform.capabilities.restorePost === true) platform.postsDown.delete(post);
}

/** No more trouble: enough time and passes for everything that can end to end. */
async function drain(desk: SyncDesk, platform: FakePlatform): Promise<void> {
  platform.readFaults.length = 0;
  platform.callFaults.length = 0;
  for (let pass = 0; pass < 25; pass += 1) {
    desk.advance(testSettlingMs + 30 * minutes);
    letTimePass(desk.context);
    await desk.push();
  }
  expect(await desk.pull()).toBe('complete');
}

function checkEverything(desk: SyncDesk, platform: FakePlatform, model: Model): void {
  const { write } = desk.context;
  const actions = write.prepare('SELECT * FROM actions').all() as ActionRow[];
  const decisions = write.prepare('SELECT * FROM decisions').all() as DecisionRow[];

  expect(decisions.map((one) => one.id).sort(), 'a decision is lost').toEqual([...model.decided].sort());
  const unfinished = actions.filter((one) => !['applied', 'conflict', 'reversed', 'failed'].includes(one.state));
  expect(unfinished, 'an action waits for ever').toEqual([]);

  for (const action of actions) {
    const calls = platform.books.filter((one) => one.key === action.idempotency_key);
    const mayRepeat = model.sentOnTop.has(action.decision_id) || action.kind.startsWith('report.');
    expect(calls.length <= 1 || mayRepeat, `${action.kind} was repeated`).toBe(true);
    if (action.state === 'reversed' && !calledBefore(action)) {
      expect(calls, 'what was taken back was sent').toEqual([]);
    }
    if (action.state === 'applied' && action.target_kind === 'account') {
      expect(calls.length, `${action.kind} is called done and was never made`).toBeGreaterThan(0);
    }
    if (action.state === 'applied' && action.kind === 'post.remove' && platform.capabilities.restorePost !== true) {
      expect(platform.postsDown.has(action.target_remote_id), 'a post is called down and is up').toBe(true);
    }
    for (const call of calls) {
      const sawIt = baseOf(action).resolvedBy === call.overwrote;
      // What was on its way when the colleague acted could not be called back.
      expect(call.overwrote === null || sawIt || call.late, 'a colleague was overwritten unseen').toBe(true);
    }
  }

  const open = write.prepare('SELECT count(*) AS n FROM cases WHERE is_open = 1 GROUP BY author_member_id').all();
  expect(
    open.every((one) => (one as { n: number }).n === 1),
    'two open cases about one author',
  ).toBe(true);
  const remote = write.prepare('SELECT remote_id, remote_state FROM reports').all() as {
    remote_id: string;
    remote_state: string;
  }[];
  for (const { remote_id, remote_state } of remote) {
    const report = platform.report(remote_id);
    expect(remote_state === 'gone' ? report.gone : remote_state === report.state || report.gone).toBe(true);
  }
  const counted = write.prepare('SELECT count(*) AS n FROM cases').get();
  expect(write.prepare('SELECT sum(cases) AS n FROM case_counts').get()).toEqual(
    (counted as { n: number }).n === 0 ? { n: null } : counted,
  );
  expect(verifyAuditChain(desk.context.read).intact).toBe(true);
}

/** Taken back by settling a conflict after something may have left, or by a later decision after it was applied. */
function calledBefore(action: ActionRow): boolean {
  return action.before !== null;
}

it.each([
  ['Mastodon', mastodonLike],
  ['GoToSocial', goToSocialLike],
  ['one that takes posts down for good', removingForGood],
  ['one that puts posts back', removingAndRestoring],
])('every decision ends once, applied or with a person, on a server like %s', async (_name, capabilities) => {
  const runs = Number(process.env.PROPERTY_RUNS ?? 60);
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const platform = new FakePlatform(capabilities);
      platform.addReport('ada');
      platform.addReport('bo');
      const desk = new SyncDesk({ connector: platform.connector(), capabilities });
      platform.elapsed = () => desk.elapsed;
      const model: Model = { decided: new Set(), sentOnTop: new Set() };
      try {
        await desk.pull();
        for (const one of all) await take(desk, platform, model, one);
        await drain(desk, platform);
        checkEverything(desk, platform, model);
      } finally {
        desk.dispose();
      }
    }),
    { numRuns: runs, interruptAfterTimeLimit: 45_000, markInterruptAsFailure: false },
  );
});

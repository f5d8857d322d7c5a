import { letTimePass } from '../../../electron/data/cases/time-passed.ts';
import { undoDecision } from '../../../electron/data/cases/undo-decision.ts';
import type { FaultSpec } from '../../../electron/data/practice/faults.ts';
import { confirmAgain } from '../../../electron/data/store/actions/commands.ts';
import { listActionsOfDecision } from '../../../electron/data/store/actions/queries.ts';
import { findCommunity } from '../../../electron/data/store/communities/queries.ts';
import { listOpenConflicts } from '../../../electron/data/store/conflicts/queries.ts';
import { listCurrentPolicies } from '../../../electron/data/store/policies/queries.ts';
import { inTransaction } from '../../../electron/data/store/transaction.ts';
import { settleConflict, settlementsFor } from '../../../electron/data/sync/outbox/settle-conflict.ts';
import type { SendPoint } from '../../../electron/data/sync/tools.ts';
import { findings } from '../../../shared/domain/decision.ts';
import type { DecisionId } from '../../../shared/domain/ids.ts';
import { others } from '../every-platform/fault-bench.ts';
import { namedFaults, wireFaults } from '../every-platform/named-faults.ts';
import { bookKey } from '../every-platform/sending-tally.ts';
import type { FaultWorld } from './world.ts';

const minute = 60_000;
const sendPoints: readonly SendPoint[] = ['before-mark', 'marked', 'answered', 'noted', 'confirmed', 'applied'];

type Step = (world: FaultWorld) => unknown;

function openCase(world: FaultWorld) {
  return world.dice.pick(world.bench.desk.openCases());
}

function decide(world: FaultWorld): void {
  const { desk } = world.bench;
  const row = openCase(world);
  if (!row) return;
  const can = findCommunity(desk.context.write, desk.communityId)?.capabilities;
  const policy = world.dice.pick(listCurrentPolicies(desk.context.write, desk.communityId));
  const made = desk.decide(row, {
    finding: world.dice.pick(findings) ?? 'upheld',
    personEffect: world.dice.chance(0.5) ? 'none' : (world.dice.pick(can?.personEffects ?? []) ?? 'none'),
    policyId: policy?.id ?? null,
  });
  world.decided.add(made.decisionId);
  // Where reports can't be closed, or so the server said twice, a decision stays here.
  if (can?.resolve !== true) world.givenUp.add(row.id);
}

/** Somebody takes a case, and mostly keeps it long enough for the server to be told. */
async function hold(world: FaultWorld): Promise<void> {
  const { desk } = world.bench;
  const row = openCase(world);
  if (!row) return;
  desk.claim(row);
  desk.advance(world.dice.chance(0.8) ? minute / 10 : 0);
  if (world.dice.chance(0.7)) await desk.push();
}

async function letGo(world: FaultWorld): Promise<void> {
  const { desk } = world.bench;
  const held = desk.openCases().filter((row) => row.claimed_by === desk.device);
  const row = world.dice.pick(held);
  if (!row) return;
  desk.release(row);
  if (world.dice.chance(0.7)) await desk.push();
}

/** A colleague takes what nobody has. What they took nobody may take from them. */
function takenByColleague(world: FaultWorld): void {
  const { standIn } = world.bench;
  const free = standIn.openReports().filter((id) => standIn.holders?.of(id) === null);
  const id = world.dice.pick(free);
  if (id === undefined) return;
  standIn.holders?.take(id);
  world.takenByColleague.add(id);
}

function undo(world: FaultWorld): void {
  const id = world.dice.pick([...world.decided]);
  if (id !== undefined) undoDecision(world.bench.desk.context, id as DecisionId);
}

/** A person looks at a conflict and chooses. */
function settle(world: FaultWorld): void {
  const { context } = world.bench.desk;
  const conflict = world.dice.pick(listOpenConflicts(context.write));
  if (!conflict) return;
  const settlement = world.dice.pick(settlementsFor(JSON.parse(conflict.remote))) ?? 'keep-theirs';
  const unsent = listActionsOfDecision(context.write, conflict.decision_id).filter(({ state }) => state === 'conflict');
  settleConflict(context, { conflictId: conflict.id, settlement, note: '' });
  if (settlement === 'keep-theirs') world.givenUp.add(conflict.case_id);
  if (settlement === 'send-mine') for (const action of unsent) allowOnceMore(world, bookKey(action));
}

/** A person sends again what failed. */
function retry(world: FaultWorld): void {
  const { context } = world.bench.desk;
  const id = world.dice.pick([...world.decided]);
  if (id === undefined) return;
  const failed = listActionsOfDecision(context.write, id as DecisionId).filter(({ state }) => state === 'failed');
  inTransaction(context.write, () => {
    for (const action of failed) confirmAgain(context.write, action, context.clock.now());
  });
  for (const action of failed) allowOnceMore(world, bookKey(action));
}

function allowOnceMore(world: FaultWorld, key: string): void {
  world.sentAgain.set(key, (world.sentAgain.get(key) ?? 0) + 1);
}

function somebodyElse(world: FaultWorld, act: 'close' | 'reopen' | 'reportAgain' | 'vanish'): void {
  const { bench, dice } = world;
  const open = bench.standIn.openReports();
  const closed = [...bench.filed].filter((id) => !open.includes(id) && !bench.vanished.has(id));
  const id = dice.pick(act === 'close' || act === 'vanish' ? open : closed);
  if (id !== undefined) others[act](bench, id);
}

function fault(world: FaultWorld): void {
  const { dice, bench } = world;
  const found = dice.pick(dice.chance(0.6) ? wireFaults(dice.upTo(18)) : namedFaults);
  if (!found) return;
  // On the wire it counts requests by itself.
  if (dice.chance(0.5)) world.plan(found);
  else if (found.name.startsWith('killed')) world.planKill();
  else {
    world.count(found.name);
    return void found.strike(bench);
  }
}

const lostAnswers: readonly FaultSpec[] = [
  { kind: 'reset-after', times: 1 },
  { kind: 'server-error', status: 504, afterHandling: true, times: 1 },
  { kind: 'truncated-body', times: 1 },
  { kind: 'reset-before', times: 1 },
];

/**
 * What chance alone seldom puts together: a call leaves, its answer is lost or the process ends, and a colleague takes back
 * what the call did before anybody looks.
 */
async function lostAnswer(world: FaultWorld): Promise<void> {
  const { bench, dice } = world;
  const { desk, standIn } = bench;
  decide(world);
  desk.advance(minute);
  if (dice.chance(0.6)) {
    const spec = dice.pick(lostAnswers);
    desk.reached = (point) => {
      if (point !== 'marked' || !spec) return;
      desk.reached = () => undefined;
      world.count(`answer to a call lost: ${spec.kind}`);
      standIn.server.faults.add(spec);
    };
  } else world.planKillAt(dice.pick(['marked', 'answered', 'noted'] as const) ?? 'marked', 0);
  const open = standIn.openReports();
  await desk.push().catch(() => undefined);
  const closed = open.filter((id) => !standIn.openReports().includes(id));
  if (dice.chance(0.7)) for (const id of closed) others.reopen(bench, id);
  if (dice.chance(0.5)) world.restart();
  desk.advance((dice.pick([0.2, 2, 40]) ?? 0) * minute);
  await desk.push();
}

/** Colleagues close some reports, and a fault strikes while those are asked for one by one. */
async function badAnswerAboutOne(world: FaultWorld): Promise<void> {
  const { dice } = world;
  for (let count = 1 + dice.upTo(2); count > 0; count -= 1) somebodyElse(world, dice.chance(0.9) ? 'close' : 'vanish');
  const found = dice.pick(wireFaults(0));
  if (found) world.planAt('readReport', found);
  await world.bench.desk.pull();
}

function turnClock(world: FaultWorld): void {
  const by = world.dice.pick([-600, -90, -3, 3, 90, 600]) ?? 0;
  world.count(by < 0 ? 'clock set back' : 'clock set forward');
  world.bench.desk.clock.advance(by * minute);
}

/** What may happen next, with how often it does. */
export const steps: readonly (readonly [weight: number, step: Step])[] = [
  [5, ({ bench }) => others.file(bench)],
  [3, (world) => somebodyElse(world, 'close')],
  [2, (world) => somebodyElse(world, 'reopen')],
  [2, (world) => somebodyElse(world, 'reportAgain')],
  [1, (world) => somebodyElse(world, 'vanish')],
  [6, ({ bench }) => bench.desk.pull()],
  [8, ({ bench }) => bench.desk.push()],
  [3, ({ bench }) => Promise.all([bench.desk.pull(), bench.desk.push()])],
  [10, decide],
  [4, lostAnswer],
  [3, badAnswerAboutOne],
  [4, hold],
  [2, letGo],
  [2, takenByColleague],
  [1, undo],
  [2, settle],
  [1, retry],
  [12, fault],
  [2, (world) => world.planKill()],
  [4, (world) => world.planKillAt(world.dice.pick(sendPoints) ?? 'marked')],
  [1, (world) => world.restart()],
  [2, (world) => world.signInAgain()],
  [1, ({ bench }) => bench.standIn.server.faults.clear()],
  [2, turnClock],
  [5, ({ bench, dice }) => bench.desk.advance((dice.pick([0, 0.2, 1, 5, 40, 600]) ?? 0) * minute)],
];

/** Takes one step. What runs into trouble may say so in its own way; what counts is how things stand in the end. */
export async function takeStep(world: FaultWorld): Promise<void> {
  const total = steps.reduce((sum, [weight]) => sum + weight, 0);
  let left = world.dice.next() * total;
  const chosen = steps.find(([weight]) => {
    left -= weight;
    return left < 0;
  });
  try {
    letTimePass(world.bench.desk.context);
    await chosen?.[1](world);
  } catch {
    // A refusal to a person, a full disk, the end of the process.
  }
}

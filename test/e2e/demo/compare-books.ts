import type { PersonEffect } from '../../../shared/domain/decision.ts';
import { answerOf } from '../harness/call-hearth.ts';
import type { Demo } from './demo.ts';
import type { MadeDecision } from './steps/work-offline.ts';

export interface ComparedBooks {
  readonly applied: number;
  readonly leftToColleague: number;
  /** Calls the server carried out more than once. */
  readonly repeated: number;
  /** Decisions, or parts of one, that the server has nothing to show for. */
  readonly lost: number;
  /** One sentence for each thing that is not as decided. */
  readonly differences: readonly string[];
}

const strikeOf = {
  warn: 'none',
  sensitive: 'sensitive',
  disable: 'disable',
  silence: 'silence',
  suspend: 'suspend',
} as const;

/** Holds the server's own state and books against what was decided, case by case; nothing else may have been done. */
export async function compareBooks(demo: Demo, made: readonly MadeDecision[]): Promise<ComparedBooks> {
  const differences: string[] = [];
  let applied = 0;
  let leftToColleague = 0;
  let lost = 0;
  for (const decision of made) {
    const isLeft = decision.plan.turn === 'meanwhile-closed-by-a-colleague';
    const found = isLeft ? compareLeft(demo, decision) : compareApplied(demo, decision);
    const said = await compareHearthsView(demo, decision, isLeft);
    if (found.length > 0 && !isLeft) lost += 1;
    else if (isLeft) leftToColleague += 1;
    else applied += 1;
    differences.push(...[...found, ...said].map((what) => `${decision.caseName}: ${what}`));
  }
  const repeated = countRepeated(demo);
  if (repeated > 0) differences.push(`${repeated} calls were carried out more than once.`);
  differences.push(...compareTotals(demo, made));
  return { applied, leftToColleague, repeated, lost, differences };
}

/** The reports are closed by us, the account is in the state decided on, and there is exactly one strike, or none. */
function compareApplied({ world }: Demo, decision: MadeDecision): string[] {
  const found: string[] = [];
  for (const id of decision.reportRemoteIds) {
    const report = world.world.report(id);
    if (report?.actionTakenAt == null) found.push(`report ${id} is still open on the server.`);
    else if (report.actionTakenBy !== world.self.id) found.push(`report ${id} was closed by somebody else.`);
  }
  const { effect } = decision.plan;
  const strikes = ownStrikes(world, decision.accountRemoteId);
  const expected = effect === 'none' ? [] : [strikeOf[effect]];
  if (strikes.map(({ type }) => type).join() !== expected.join()) {
    found.push(
      `the server’s record of the person shows [${strikes.map(({ type }) => type).join(', ')}], not [${expected.join(', ')}].`,
    );
  }
  return [...found, ...compareAccount(world, decision.accountRemoteId, effect)];
}

/** What the colleague did stands, and nothing of ours was sent. */
function compareLeft({ world }: Demo, decision: MadeDecision): string[] {
  const found: string[] = [];
  const colleague = world.world.member(world.colleague).id;
  for (const id of decision.reportRemoteIds) {
    if (world.world.report(id)?.actionTakenBy !== colleague)
      found.push(`report ${id} no longer shows what the colleague did.`);
  }
  if (ownStrikes(world, decision.accountRemoteId).length > 0) found.push('the person was sanctioned all the same.');
  return [...found, ...compareAccount(world, decision.accountRemoteId, 'none')];
}

function compareAccount(world: Demo['world'], accountId: string, effect: PersonEffect): string[] {
  const account = world.world.account(accountId);
  if (account === undefined) return ['the account is gone from the server.'];
  const marks = {
    sensitive: account.sensitized,
    disable: account.disabled,
    silence: account.silenced,
    suspend: account.suspended,
  };
  return Object.entries(marks)
    .filter(([mark, isSet]) => isSet !== (mark === effect))
    .map(([mark, isSet]) => `the account is ${isSet ? '' : 'not '}in the state “${mark}”.`);
}

/** What Hearth itself says became of the decision. */
async function compareHearthsView({ window }: Demo, decision: MadeDecision, isLeft: boolean): Promise<string[]> {
  const view = await answerOf(window.page, 'case.get', { caseId: decision.caseId });
  const kept = view.decisions.find(({ undoneAt }) => undoneAt === null);
  if (kept === undefined) return ['Hearth has lost the decision.'];
  const found: string[] = [];
  if (kept.finding !== decision.plan.finding || kept.personEffect !== decision.plan.effect) {
    found.push('Hearth shows another decision than the one that was made.');
  }
  const wanted = isLeft ? 'reversed' : 'applied';
  const states = [...new Set(kept.actions.map(({ state }) => state))];
  if (states.length !== 1 || states[0] !== wanted) {
    found.push(`Hearth shows its actions as [${states.join(', ')}], not [${wanted}].`);
  }
  return found;
}

function ownStrikes(world: Demo['world'], accountId: string) {
  return world.world.state.strikes.filter((strike) => strike.accountId === accountId && strike.byId === world.self.id);
}

/** A call is repeated when its key came twice, or when the same thing was done twice to the same target. */
function countRepeated({ world }: Demo): number {
  const own = world.actions().filter(({ byId }) => byId === world.self.id);
  const repeats = (keys: readonly (string | null)[]): number => {
    const known = keys.filter((key) => key !== null);
    return known.length - new Set(known).size;
  };
  return Math.max(
    repeats(own.map(({ idempotencyKey }) => idempotencyKey)),
    repeats(own.map(({ kind, targetId }) => `${kind} ${targetId}`)),
  );
}

/** Nobody and nothing else was touched. */
function compareTotals({ world }: Demo, made: readonly MadeDecision[]): string[] {
  const sent = made.filter(({ plan }) => plan.turn !== 'meanwhile-closed-by-a-colleague');
  const mayBeClosed = new Set(sent.flatMap(({ reportRemoteIds }) => reportRemoteIds));
  const closed = world.world.state.reports.filter(({ actionTakenBy }) => actionTakenBy === world.self.id);
  const strangers = closed.filter(({ id }) => !mayBeClosed.has(id));
  const sanctions = sent.filter(({ plan }) => plan.effect !== 'none').length;
  const strikes = world.world.state.strikes.filter(({ byId }) => byId === world.self.id).length;
  return [
    ...strangers.map(({ id }) => `Report ${id} was closed although nobody decided so.`),
    ...(strikes === sanctions
      ? []
      : [`${sanctions} people were to be sanctioned, but the server counts ${strikes} strikes.`]),
  ];
}

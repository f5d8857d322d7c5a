import type { Instant } from '../../../../shared/domain/ids.ts';
import { settleMember, settleTeam } from './people.ts';
import { type Cast, playScene, type ReportDraft } from './play-scene.ts';
import { PracticeWorld } from './practice-world.ts';
import { scenePlans } from './scene-plan.ts';
import { textBanks } from './texts/all.ts';
import type { SceneKind } from './texts/text-bank.ts';
import type { PracticeFlavour, WorldState } from './world-state.ts';

const day = 86_400_000;
const hour = 3_600_000;

export interface WorldPlan {
  readonly seed: number;
  readonly flavour: PracticeFlavour;
  readonly startedAt: Instant;
  /** How many reports there are at least when it starts. */
  readonly reports: number;
}

/** A community with a past of ten days, the same for the same plan. */
export function createWorld(plan: WorldPlan): PracticeWorld {
  const world = new PracticeWorld(emptyState(plan));
  settleTeam(world, plan.startedAt);
  const casts = settleCasts(world, plan);
  const drafts: ReportDraft[] = [];
  while (drafts.length < plan.reports) {
    const at = plan.startedAt - 2 * hour - Math.floor(world.random.next() * 10 * day);
    drafts.push(...playScene(world, pickCast(world, casts), world.random.weighted(sceneWeights), at));
  }
  drafts.sort((a, b) => a.createdAt - b.createdAt);
  for (const draft of drafts) world.addReport(draft);
  letTheTeamWork(world, plan.startedAt);
  world.state.nextEventAt = plan.startedAt + Math.floor(world.random.wait(25 * 60_000));
  world.state.randomState = world.random.state;
  return world;
}

export const sceneWeights = Object.fromEntries(
  Object.entries(scenePlans).map(([kind, { weight }]) => [kind, weight]),
) as Record<SceneKind, number>;

/** The casts of a world that exists already, found again by language. */
export function castsOf(world: PracticeWorld): Cast[] {
  return textBanks.map((bank) => ({
    bank,
    members: world.state.accounts.filter((account) => isOrdinary(account, bank.language)),
  }));
}

/** One language's cast; English is spoken most. */
export function pickCast(world: PracticeWorld, casts: readonly Cast[]): Cast {
  const english = casts.find((cast) => cast.bank.language === 'en');
  return english !== undefined && world.random.chance(0.25) ? english : world.random.pick(casts);
}

function isOrdinary(account: WorldState['accounts'][number], language: string): boolean {
  return (
    account.language === language && account.role === 'member' && !account.bot && !account.username.startsWith('deals_')
  );
}

function settleCasts(world: PracticeWorld, plan: WorldPlan): Cast[] {
  const perLanguage = Math.max(9, Math.ceil((plan.reports * 0.7) / textBanks.length));
  for (const bank of textBanks) {
    for (let number = 0; number < perLanguage; number += 1)
      settleMember(world, bank, number, plan.startedAt - 11 * day);
  }
  return castsOf(world);
}

/** What colleagues did before: some old reports are closed, some are held, a few posts were edited or deleted. */
function letTheTeamWork(world: PracticeWorld, now: Instant): void {
  const { random, state } = world;
  for (const report of state.reports) {
    const age = now - report.createdAt;
    if (age > 3 * day && random.chance(0.12))
      world.resolve(report, world.member('ines').id, report.createdAt + 5 * hour);
    else if (random.chance(0.04)) world.assign(report, world.member('tarek').id, report.createdAt + hour);
    const postId = report.postIds[0];
    if (postId === undefined) continue;
    if (random.chance(0.04)) world.deletePost(postId, report.createdAt + hour);
    else if (random.chance(0.03))
      world.editPost(postId, `${world.post(postId)?.text ?? ''} 🙂`, report.createdAt + hour);
  }
}

function emptyState(plan: WorldPlan): WorldState {
  return {
    format: 1,
    seed: plan.seed,
    flavour: plan.flavour,
    startedAt: plan.startedAt,
    randomState: plan.seed,
    grownTo: plan.startedAt,
    nextEventAt: plan.startedAt,
    // Ids pass from three to four digits: whoever compares them as text gets the order wrong.
    nextReportNumber: 951,
    nextSerial: 0,
    port: 0,
    accounts: [],
    posts: [],
    reports: [],
    strikes: [],
    apps: [],
    tokens: [],
  };
}

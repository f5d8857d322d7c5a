import type { Instant } from '../../../../shared/domain/ids.ts';
import { castsOf, pickCast, sceneWeights } from './create-world.ts';
import { practiceTeam } from './people.ts';
import { playScene, type ReportDraft, reportAgain } from './play-scene.ts';
import type { PracticeWorld } from './practice-world.ts';

const longestCatchUpMs = 3 * 86_400_000;

/**
 * Lets the community live on until `now`: people write and report, colleagues act, posts are edited and deleted. Depends
 * on the seed and the time alone. After a long pause only the last three days are caught up with.
 */
export function growTo(world: PracticeWorld, now: Instant, meanWaitMs: number): void {
  const { state, random } = world;
  if (now <= state.grownTo) return;
  state.nextEventAt = Math.max(state.nextEventAt, now - longestCatchUpMs);
  while (state.nextEventAt <= now) {
    state.grownTo = state.nextEventAt;
    happen(world, state.nextEventAt);
    state.nextEventAt += 1 + Math.floor(random.wait(meanWaitMs));
  }
  state.grownTo = now;
  state.randomState = random.state;
}

function happen(world: PracticeWorld, at: Instant): void {
  const { random } = world;
  switch (random.weighted({ scene: 45, again: 20, colleague: 20, edited: 7, deleted: 8 })) {
    case 'scene':
      file(world, playScene(world, pickCast(world, castsOf(world)), random.weighted(sceneWeights), at), at);
      break;
    case 'again':
      personReportedAgain(world, at);
      break;
    case 'colleague':
      colleagueActs(world, at);
      break;
    case 'edited':
      onReportedPost(world, (id, text) => world.editPost(id, `${text} 🙂`, at));
      break;
    case 'deleted':
      onReportedPost(world, (id) => world.deletePost(id, at));
      break;
  }
}

function personReportedAgain(world: PracticeWorld, at: Instant): void {
  const earlier = world.random.pick(world.state.reports);
  const language = world.account(earlier.targetId)?.language;
  const cast = castsOf(world).find((one) => one.bank.language === language);
  if (cast !== undefined) file(world, reportAgain(world, cast, earlier, at), at);
}

function file(world: PracticeWorld, drafts: readonly ReportDraft[], at: Instant): void {
  for (const draft of drafts) world.addReport({ ...draft, createdAt: at });
}

function colleagueActs(world: PracticeWorld, at: Instant): void {
  const { random } = world;
  const open = world.state.reports.filter((report) => report.actionTakenAt === null);
  if (open.length === 0) return;
  const report = random.pick(open);
  const colleague = random.pick(practiceTeam);
  // GoToSocial knows neither holding a report nor silencing.
  const onMastodon = world.state.flavour === 'mastodon' ? 1 : 0;
  const act = random.weighted({ resolve: 5, assign: 3 * onMastodon, unassign: onMastodon, silence: onMastodon });
  if (act === 'silence')
    world.colleagueActs(colleague, { do: act, accountId: report.targetId, reportId: report.id }, at);
  else world.colleagueActs(colleague, { do: act, reportId: report.id }, at);
}

function onReportedPost(world: PracticeWorld, act: (id: string, text: string) => void): void {
  const postId = world.random.pick(world.state.reports).postIds[0];
  const post = postId === undefined ? undefined : world.post(postId);
  if (post !== undefined && post.deletedAt === null) act(post.id, post.text);
}

import type { Instant } from '../../../../shared/domain/ids.ts';
import { withOddity } from './odd-texts.ts';
import { forwardingServer, settleAdvertiser } from './people.ts';
import type { PracticeWorld } from './practice-world.ts';
import { scenePlans } from './scene-plan.ts';
import type { SceneKind, TextBank } from './texts/text-bank.ts';
import type { PracticeAccount, PracticeMedia, PracticePost, PracticeReport } from './world-state.ts';

const minute = 60_000;

export type ReportDraft = Parameters<PracticeWorld['addReport']>[0];

/** Members of one language, by whom and among whom a scene plays. */
export interface Cast {
  readonly bank: TextBank;
  readonly members: readonly PracticeAccount[];
}

/** Lets one thing happen: a conversation, and the reports it leads to. The drafts are filed by the caller, in order of time. */
export function playScene(world: PracticeWorld, cast: Cast, kind: SceneKind, at: Instant): ReportDraft[] {
  const target = kind === 'spam' ? settleAdvertiser(world, cast.bank, at) : someoneNew(world, cast);
  const post = writeReportedPost(world, cast, { kind, target, at });
  return complaints(world, cast, { kind, target, at, posts: [post] });
}

/** Mostly a person who was not in the middle of anything yet. */
function someoneNew(world: PracticeWorld, cast: Cast): PracticeAccount {
  const first = world.random.pick(cast.members);
  return world.postsBy(first.id).length === 0 ? first : world.random.pick(cast.members);
}

/** Somebody reports a person again who was reported before. */
export function reportAgain(world: PracticeWorld, cast: Cast, earlier: PracticeReport, at: Instant): ReportDraft[] {
  const target = world.account(earlier.targetId);
  if (target === undefined || target.suspended) return [];
  const kind = earlier.scene as SceneKind;
  const post = writeReportedPost(world, cast, { kind, target, at });
  return complaints(world, cast, { kind, target, at, posts: [post] }).slice(0, 1);
}

interface Scene {
  readonly kind: SceneKind;
  readonly target: PracticeAccount;
  readonly at: Instant;
}

function writeReportedPost(world: PracticeWorld, cast: Cast, scene: Scene): PracticePost {
  const { random } = world;
  const words = random.pick(cast.bank.scenes[scene.kind].posts);
  if (!scenePlans[scene.kind].answers) return addPost(world, scene.target, withOddity(random, words), scene.at, null);
  const others = cast.members.filter((member) => member.id !== scene.target.id);
  const opener = random.pick(others);
  let parent = addPost(world, opener, random.pick(cast.bank.everyday), scene.at - random.whole(60, 600) * minute, null);
  const opening = parent;
  const replies = random.chance(0.06) ? random.whole(25, 40) : random.whole(0, 4);
  for (let count = 1; count <= replies; count += 1) {
    const replyAt = parent.createdAt + Math.floor((scene.at - opening.createdAt) / (replies + 1));
    const reply = addPost(world, random.pick(others), random.pick(cast.bank.replies), replyAt, parent.id);
    if (random.chance(0.5)) parent = reply;
  }
  const text = `@${opener.username} ${words.replaceAll('{name}', opener.displayName || opener.username)}`;
  return addPost(world, scene.target, withOddity(random, text), scene.at, random.chance(0.5) ? opening.id : parent.id);
}

function complaints(
  world: PracticeWorld,
  cast: Cast,
  scene: Scene & { readonly posts: readonly PracticePost[] },
): ReportDraft[] {
  const { random } = world;
  const plan = scenePlans[scene.kind];
  const texts = cast.bank.scenes[scene.kind];
  const drafts: ReportDraft[] = [];
  const wanted = random.whole(...plan.reports);
  for (let count = 0; count < wanted; count += 1) {
    const forwarded = random.chance(scene.kind === 'bad-faith' ? 0.4 : 0.1);
    const reporters = cast.members.filter((member) => member.id !== scene.target.id);
    drafts.push({
      scene: scene.kind,
      // People choose the nearest box; some choose another one.
      category: random.chance(0.85) ? plan.category : 'other',
      comment: random.pick(texts.comments),
      createdAt: scene.at + random.whole(1, 90) * minute,
      reporterId: (forwarded ? forwardingServer(world) : random.pick(reporters)).id,
      targetId: scene.target.id,
      forwarded,
      // Some reports are about the person, without naming a post.
      postIds: random.chance(0.92) ? scene.posts.map((post) => post.id) : [],
      ruleIds: plan.ruleIds.slice(0, 1 + (count % 2)),
    });
  }
  return drafts.map((draft) => (draft.category === 'violation' ? draft : { ...draft, ruleIds: [] }));
}

function addPost(
  world: PracticeWorld,
  author: PracticeAccount,
  text: string,
  at: Instant,
  inReplyTo: string | null,
): PracticePost {
  const media = someMedia(world);
  return world.addPost({
    accountId: author.id,
    text: media.length > 0 && world.random.chance(0.2) ? '' : text,
    spoiler: '',
    language: author.language,
    visibility: world.random.chance(0.8) ? 'public' : 'unlisted',
    createdAt: at,
    inReplyTo,
    media,
  });
}

function someMedia(world: PracticeWorld): PracticeMedia[] {
  const { random } = world;
  if (!random.chance(0.1)) return [];
  const kind = random.weighted({ image: 8, video: 1, audio: 1 });
  const description = random.chance(0.5) ? 'A screenshot of a conversation, names blurred' : null;
  return [{ id: String(random.whole(100_000, 9_999_999)), kind, description }];
}

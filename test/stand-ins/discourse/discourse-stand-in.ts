import type { StandIn } from '../stand-in.ts';
import { DiscourseServer } from './discourse-server.ts';
import { DiscourseWorld } from './discourse-world.ts';
import type { Post, Reviewable, Settings, User } from './entities.ts';
import { performAction } from './perform-action.ts';

/** A Discourse site with a small team, as suites over all platforms see it, and with what only its own suite asks for. */
export interface DiscourseStandIn extends StandIn {
  readonly server: DiscourseServer;
  readonly world: DiscourseWorld;
  readonly me: User;
  readonly colleague: User;
  /** The reviewable with that remote id. */
  found(remoteId: string): Reviewable;
  /** A post in a topic of its own, somebody else's beginning before it, by somebody who was not there before. */
  addPost(): Post;
}

/** Starts one; whoever asks for it stops it. */
export async function discourseStandIn(settings: Partial<Settings> = {}): Promise<DiscourseStandIn> {
  const world = new DiscourseWorld(settings);
  const server = new DiscourseServer(world);
  await server.start();
  let ticks = server.clock() - 24 * 60 * 60_000;
  // Nothing happens at the same moment unless a test says so, and everything a while ago.
  world.clock = () => {
    ticks += 60_000;
    return Math.min(ticks, server.clock());
  };
  world.addUser('system', { id: -1, admin: true });
  const me = world.addUser('morgan', { moderator: true });
  const colleague = world.addUser('ines', { admin: true });
  const member = world.addUser('sam');
  let serial = 0;
  let key = issue();

  function issue(): string {
    serial += 1;
    const made = `key-${serial}`;
    server.keys.set(made, { user: null, scope: 'global' });
    return made;
  }

  function found(remoteId: string): Reviewable {
    const reviewable = world.reviewable(Number(remoteId));
    if (!reviewable) throw new RangeError('no such reviewable');
    return reviewable;
  }

  function addPost(): Post {
    serial += 1;
    const topic = world.addTopic(`Topic ${serial}`);
    world.addPost(topic, member);
    return world.addPost(topic, world.addUser(`somebody${serial}`));
  }

  return {
    platform: 'discourse',
    server,
    world,
    me,
    colleague,
    found,
    addPost,
    get credentials() {
      return { accessToken: key, userName: me.username };
    },
    addReport: () => String(world.flag(addPost(), member).id),
    reportAgain(remoteId) {
      const { target } = found(remoteId);
      const post = target?.type === 'Post' ? world.post(target.id) : null;
      if (!post) return false;
      world.flag(post, world.addUser(`witness${world.next()}`));
      return true;
    },
    closeByColleague(remoteId) {
      const reviewable = found(remoteId);
      const first = { by: colleague, version: reviewable.version };
      if (settings.actions !== 'apart')
        return performAction(world, reviewable, 'agree_and_keep', first).result === 'done';
      performAction(world, reviewable, 'no_action_post', first);
      const second = { by: colleague, version: reviewable.version };
      return performAction(world, reviewable, 'no_action_user', second).result === 'done';
    },
    // Only a new flag brings a reviewable back.
    reopenByColleague: () => false,
    holders: {
      of(remoteId) {
        const holder = world.claims.get(found(remoteId).topicId ?? 0);
        if (holder === me.id) return 'us';
        return holder === colleague.id ? 'colleague' : null;
      },
      take: (remoteId) => void world.claims.set(found(remoteId).topicId ?? 0, colleague.id),
    },
    /** Its topic goes to a category that moderators do not see: for this account the reviewable is no longer there. */
    vanish(remoteId) {
      found(remoteId).hiddenFromModerators = true;
      return true;
    },
    isThere: (remoteId) => !found(remoteId).hiddenFromModerators,
    revokeToken() {
      server.keys.delete(key);
      key = issue();
    },
    openReports: () =>
      world.reviewables
        .filter(({ status, hiddenFromModerators }) => status === 'pending' && !hiddenFromModerators)
        .map(({ id }) => String(id)),
    carriedOut: () => world.books,
  };
}

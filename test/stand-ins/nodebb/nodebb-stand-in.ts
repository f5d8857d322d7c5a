import type { CarriedOut, StandIn } from '../stand-in.ts';
import { StandInServer } from '../stand-in-server.ts';
import { answerNodebb } from './nodebb-server.ts';
import { type NodebbVersion, NodebbWorld, type User } from './nodebb-world.ts';

/** The NodeBB stand-in as suites over all platforms see it, with its world for those that know NodeBB. */
export interface NodebbStandIn extends StandIn {
  readonly server: StandInServer;
  readonly world: NodebbWorld;
  /** The account the credentials belong to, and a colleague. */
  readonly us: User;
  readonly colleague: User;
  tokenOf(user: User): string;
}

/** Started; whoever makes one stops it. Flags are about posts and about accounts in turn. */
export async function nodebbStandIn(version: NodebbVersion): Promise<NodebbStandIn> {
  const world = new NodebbWorld(version, Date.now() - 24 * 3_600_000);
  const carried: CarriedOut[] = [];
  const server: StandInServer = new StandInServer((call) => answerNodebb(world, carried, call, server));
  await server.start();
  const us = world.addUser('admin', 'administrator');
  const colleague = world.addUser('gmod', 'global-moderator');
  const reporters = ['alba', 'bruno', 'carmen'].map((name) => world.addUser(name));
  const topic = world.addTopic(us.uid, 1, 'Meeting on Thursday', 'The meeting moves to Thursday.');
  let token = 'token-of-admin';
  world.tokens.set(token, us.uid);
  const flagOf = (remoteId: string) => {
    const flag = world.flags.get(Number(remoteId));
    if (!flag) throw new RangeError('no such flag');
    return flag;
  };
  return {
    platform: 'nodebb',
    server,
    world,
    us,
    colleague,
    tokenOf(user) {
      const made = `token-of-${user.username}`;
      world.tokens.set(made, user.uid);
      return made;
    },
    get credentials() {
      return { accessToken: token, userName: null };
    },
    addReport() {
      const author = world.addUser(`somebody${world.users.size}`);
      const isPost = world.flags.size % 2 === 0;
      const target = isPost ? world.addPost(topic.tid, author.uid, 'Words that somebody minds').pid : author.uid;
      return String(world.flag(isPost ? 'post' : 'user', target, reporters[0]?.uid ?? 0, 'Please look at this').flagId);
    },
    reportAgain(remoteId) {
      const flag = flagOf(remoteId);
      const reporter = reporters[flag.reports.length % reporters.length];
      world.flag(flag.type as 'post' | 'user', flag.targetId, reporter?.uid ?? 0, 'Me too');
      return true;
    },
    closeByColleague(remoteId) {
      world.update(flagOf(remoteId).flagId, colleague.uid, { state: 'resolved' });
      return true;
    },
    reopenByColleague(remoteId) {
      world.update(flagOf(remoteId).flagId, colleague.uid, { state: 'open' });
      return true;
    },
    holders: {
      of(remoteId) {
        const assignee = Number(flagOf(remoteId).assignee);
        if (assignee === us.uid) return 'us';
        return assignee === colleague.uid ? 'colleague' : null;
      },
      take: (remoteId) => world.update(flagOf(remoteId).flagId, colleague.uid, { assignee: String(colleague.uid) }),
    },
    vanish(remoteId) {
      world.purge(flagOf(remoteId).flagId);
      return true;
    },
    isThere: (remoteId) => world.flags.has(Number(remoteId)),
    revokeToken() {
      world.tokens.delete(token);
      token = `${token}x`;
      world.tokens.set(token, us.uid);
    },
    openReports: () =>
      [...world.flags.values()]
        .filter(({ state }) => state === 'open' || state === 'wip')
        .map(({ flagId }) => String(flagId)),
    carriedOut: () => carried,
  };
}

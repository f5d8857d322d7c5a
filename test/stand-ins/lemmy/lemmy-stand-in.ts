import { reportRemoteId } from '../../../electron/data/platforms/lemmy/remote-ids.ts';
import type { StandIn } from '../stand-in.ts';
import { LemmyTestServer } from './lemmy-server.ts';
import type { Kind, LemmyWorld, Report } from './lemmy-world.ts';

const kindNames = { post: 'post', comment: 'comment', private_message: 'message', community: 'community' } as const;

/** A report's id as the connector names it. */
export function remoteIdOf(world: LemmyWorld, report: Report): string {
  const known = names.get(report);
  if (known !== undefined) return known;
  const { kind, id, objectId } = report;
  const post = world.postOf(report)?.id;
  const about = { post: [objectId], comment: [post ?? 0, objectId], private_message: [], community: [objectId] }[kind];
  const name = reportRemoteId({ kind: kindNames[kind], id, about });
  names.set(report, name);
  return name;
}

/** A report keeps its name when what it is about is purged. */
const names = new WeakMap<Report, string>();

/** A Lemmy server as suites over all platforms see it, moderated by an administrator. */
export async function lemmyStandIn(speaks: 'v3' | 'v4'): Promise<StandIn & { readonly server: LemmyTestServer }> {
  const server = new LemmyTestServer(speaks);
  await server.start();
  const { world } = server;
  const me = world.addPerson('morgan', { admin: true });
  const colleague = world.addPerson('ines', { admin: true });
  const space = world.addCommunity('workshop', [colleague.id]);
  let token = world.issueToken(me.id);
  const filed: Kind[] =
    speaks === 'v3' ? ['post', 'comment', 'private_message'] : ['post', 'comment', 'private_message', 'community'];
  const find = (remoteId: string): Report | undefined =>
    world.reports.find((report) => remoteIdOf(world, report) === remoteId);
  return {
    platform: 'lemmy',
    server,
    get credentials() {
      return { accessToken: token, userName: null };
    },
    addReport() {
      const kind = filed[world.reports.length % filed.length] ?? 'post';
      return remoteIdOf(world, world.addReport(kind, somethingOf(kind), colleague.id));
    },
    reportAgain(remoteId) {
      const report = find(remoteId);
      if (report) remoteIdOf(world, world.addReport(report.kind, report.objectId, colleague.id, { reason: 'me, too' }));
      return report !== undefined;
    },
    closeByColleague: (remoteId) => resolve(remoteId, true),
    reopenByColleague: (remoteId) => resolve(remoteId, false),
    vanish(remoteId) {
      const report = find(remoteId);
      if (report) world.purge(report.kind, report.objectId);
      return report !== undefined;
    },
    isThere: (remoteId) => find(remoteId) !== undefined,
    revokeToken() {
      world.tokens.delete(token);
      // With which somebody signs in again.
      token = world.issueToken(me.id);
    },
    openReports: () => world.reports.filter((one) => !one.resolved).map((one) => remoteIdOf(world, one)),
    carriedOut: () =>
      server.acts.done
        .filter((one) => one.byId === me.id)
        .map(({ kind, report, target }) => ({ kind, target: report ? remoteIdOf(world, report) : (target ?? '') })),
  };

  function resolve(remoteId: string, resolved: boolean): boolean {
    const report = find(remoteId);
    if (report) world.resolve(report, colleague.id, resolved);
    return report !== undefined;
  }

  /** Something of its kind by an account of its own. */
  function somethingOf(kind: Kind): number {
    if (kind === 'community') return world.addCommunity(`place${world.communities.length}`).id;
    const author = world.addPerson(`somebody${world.people.length}`);
    if (kind === 'private_message') return world.addMessage(author.id, colleague.id).id;
    if (kind === 'post') return world.addPost(space.id, author.id).id;
    return world.addComment(world.addPost(space.id, colleague.id).id, author.id).id;
  }
}

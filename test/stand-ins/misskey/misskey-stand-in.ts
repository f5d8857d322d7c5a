import type { ActionKind } from '../../../shared/domain/action.ts';
import type { StandIn } from '../stand-in.ts';
import { MisskeyServer, type MisskeyServerOptions } from './misskey-server.ts';
import type { MisskeyUser } from './world.ts';

/** What Hearth asks for at sign-in on Sharkey, which is what it asks for on Misskey and two more. */
export const allPermissions = [
  'read:account',
  'read:admin:abuse-user-reports',
  'read:admin:show-user',
  'write:admin:resolve-abuse-user-report',
  'write:admin:suspend-user',
  'write:admin:unsuspend-user',
  'write:admin:silence-user',
  'write:admin:unsilence-user',
  'write:notes',
] as const;

const kinds: Readonly<Record<string, ActionKind>> = {
  'admin/resolve-abuse-user-report': 'report.resolve',
  'admin/suspend-user': 'account.suspend',
  'admin/unsuspend-user': 'account.undo-suspend',
  'admin/silence-user': 'account.silence',
  'admin/unsilence-user': 'account.undo-silence',
  'notes/delete': 'post.remove',
};

/** Misskey or Sharkey as suites over all platforms see it, with the server behind it. */
export interface MisskeyStandIn extends StandIn {
  readonly server: MisskeyServer;
  readonly moderator: MisskeyUser;
  readonly colleague: MisskeyUser;
  readonly reporter: MisskeyUser;
}

/** A running server with a moderator, a colleague, somebody who reports, and nothing else. */
export async function misskeyStandIn(options: MisskeyServerOptions = {}): Promise<MisskeyStandIn> {
  const server = new MisskeyServer(options);
  await server.start();
  const { world } = server;
  const moderator = world.addUser('morgan', { isModerator: true });
  const colleague = world.addUser('ines', { isModerator: true });
  const reporter = world.addUser('rosa');
  let { token } = world.addToken(moderator.id, allPermissions);
  let serial = 0;
  const found = (remoteId: string) => {
    const report = world.report(remoteId);
    if (!report) throw new RangeError('no such report');
    return report;
  };
  return {
    platform: 'misskey',
    server,
    moderator,
    colleague,
    reporter,
    get credentials() {
      return { accessToken: token, userName: null };
    },
    addReport() {
      serial += 1;
      const target = world.addUser(`somebody${serial}`);
      const note = world.addNote(target.id, 'Nobody wants you here.');
      return world.addReport(
        reporter.id,
        target.id,
        `Local Note: ${server.origin}/notes/${note.id}\n-----\nplease look`,
      ).id;
    },
    reportAgain(remoteId) {
      world.addReport(colleague.id, found(remoteId).targetUserId, 'Me too.');
      return true;
    },
    closeByColleague(remoteId) {
      world.resolve(found(remoteId), colleague.id, 'accept');
      return true;
    },
    reopenByColleague: () => false,
    vanish(remoteId) {
      world.deleteUser(found(remoteId).targetUserId);
      return true;
    },
    isThere: (remoteId) => world.reports.some(({ id }) => id === remoteId),
    revokeToken() {
      world.tokens.length = 0;
      // Whoever connects anew has signed in again.
      token = world.addToken(moderator.id, allPermissions).token;
    },
    openReports: () => world.reports.filter(({ resolved }) => !resolved).map(({ id }) => id),
    carriedOut: () =>
      world.deeds.flatMap(({ endpoint, targetId }) => {
        const kind = kinds[endpoint];
        return kind === undefined ? [] : [{ kind, target: targetId }];
      }),
  };
}

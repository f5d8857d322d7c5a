import { PracticeServer } from '../../electron/data/practice/practice-server.ts';
import { practiceTeam } from '../../electron/data/practice/world/people.ts';
import type { PracticeReport } from '../../electron/data/practice/world/world-state.ts';
import type { ActionKind } from '../../shared/domain/action.ts';
import type { StandIn } from './stand-in.ts';

/** The practice server as suites over all platforms see it. */
export async function mastodonStandIn(flavour: 'mastodon' | 'gotosocial', seed = 7): Promise<StandIn> {
  const server = new PracticeServer({ flavour, seed, reports: 1 });
  await server.start();
  const { world } = server;
  for (const report of world.state.reports) if (report.actionTakenAt === null) close(report);
  let token = server.issueToken();
  const [colleague = ''] = practiceTeam;
  let clock = world.state.grownTo;
  let lastAct = 0;
  /** No two of a colleague's acts are at the same moment: the time of a report's last change tells them apart. */
  const moment = (): number => {
    lastAct = Math.max(lastAct + 1, Date.now());
    return lastAct;
  };
  function close(report: PracticeReport): void {
    world.resolve(report, world.member(practiceTeam[0] ?? '').id, Date.now());
  }
  const found = (remoteId: string): PracticeReport => {
    const report = world.report(remoteId);
    if (!report) throw new RangeError('no such report');
    return report;
  };
  return {
    platform: 'mastodon',
    server,
    get credentials() {
      return { accessToken: token, userName: null };
    },
    addReport() {
      clock += 60_000;
      const serial = world.state.accounts.length;
      const account = world.addAccount({
        ...world.state.accounts[0]!,
        username: `somebody${serial}`,
        domain: null,
        role: 'member',
        disabled: false,
        sensitized: false,
        silenced: false,
        suspended: false,
        createdAt: clock,
      });
      const reporterId = world.member(colleague).id;
      const about = { scene: 'quarrel', category: 'other', comment: 'please look', createdAt: clock } as const;
      return world.addReport({ ...about, reporterId, targetId: account.id } as never).id;
    },
    ...(flavour === 'gotosocial'
      ? {}
      : {
          holders: {
            of(remoteId) {
              const { assignedTo } = found(remoteId);
              if (assignedTo === null) return null;
              return assignedTo === world.member(colleague).id ? 'colleague' : 'us';
            },
            take: (remoteId) => world.assign(found(remoteId), world.member(colleague).id, moment()),
          },
        }),
    reportAgain: () => false,
    closeByColleague(remoteId) {
      world.colleagueActs(colleague, { do: 'resolve', reportId: remoteId }, moment());
      return true;
    },
    reopenByColleague(remoteId) {
      if (flavour === 'gotosocial') return false;
      world.colleagueActs(colleague, { do: 'reopen', reportId: found(remoteId).id }, moment());
      return true;
    },
    vanish: () => false,
    isThere: () => true,
    revokeToken() {
      for (const issued of world.state.tokens) issued.revoked = true;
      // What is made from here on belongs to a person who signed in again.
      token = server.issueToken();
    },
    openReports: () => world.state.reports.filter((one) => one.actionTakenAt === null).map(({ id }) => id),
    carriedOut: () =>
      server.books.actions.map(({ kind, targetId }) => ({ kind: kind as ActionKind, target: targetId })),
  };
}

import type { Status } from '../../../shared/ipc/topics/sync.ts';
import { exitCodes } from '../exit-codes.ts';
import { table } from '../output/table.ts';
import { findCommunity } from './arguments.ts';
import type { Declare, Work } from './command.ts';

/** Reading from communities and sending decisions. */
export const declareSync: Declare = (program, { t, withSession }) => {
  program
    .command('sync')
    .option('--community <community>', t('help.community'))
    .description(t('help.sync'))
    .action((options: { community?: string }) =>
      withSession(async ({ session, print }) => {
        const chosen = options.community === undefined ? null : await findCommunity(session, options.community);
        await session.service.readToTheEnd(chosen?.id);
        const status = await session.call('sync.status', null);
        const failed = status.syncs.filter(
          (sync) => sync.lastErrorCode !== null && (chosen === null || sync.communityId === chosen.id),
        );
        print.result(status, () =>
          failed.length > 0
            ? print.t('syncFailed', { codes: failed.map((sync) => sync.lastErrorCode).join(', ') })
            : sayStatus(status, print),
        );
        return failed.length > 0 ? exitCodes.platform : undefined;
      }),
    );
  program
    .command('status')
    .description(t('help.status'))
    .action(() =>
      withSession(async ({ session, print }) => {
        const status = await session.call('sync.status', null);
        print.result(status, () => sayStatus(status, print));
        return undefined;
      }),
    );
  program
    .command('push')
    .description(t('help.push'))
    .action(() =>
      withSession(async ({ session, print }) => {
        const status = await session.call('outbox.send', null);
        print.result(status, () => sayStatus(status, print));
        const needsPerson = status.conflicts + status.decisionsFailed + status.notesNotSent;
        return needsPerson > 0 ? exitCodes.attention : undefined;
      }),
    );
  program
    .command('outbox')
    .description(t('help.outbox'))
    .action(() =>
      withSession(async ({ session, print }) => {
        const items = await session.call('outbox.list', null);
        print.result(items, () =>
          items.length === 0
            ? print.t('outboxEmpty')
            : table(items, [
                { header: print.t('column.decision'), cell: (one) => String(one.decisionId), end: true },
                { header: print.t('column.case'), cell: (one) => `H-${one.caseId}` },
                { header: print.t('column.state'), cell: (one) => print.t(`sending.${one.state}`) },
                { header: print.t('column.decided'), cell: (one) => print.date(one.decidedAt) },
                { header: print.t('column.problem'), cell: (one) => one.errorCode ?? '' },
              ]),
        );
        return undefined;
      }),
    );
};

function sayStatus(status: Status, print: Work['print']): string {
  const lines = [
    print.t(`network.${status.network}`),
    print.t('lastSync', { when: status.lastSyncAt === null ? '-' : print.date(status.lastSyncAt) }),
    print.t('waiting', { count: status.decisionsWaiting }),
    print.t('conflictsOpen', { count: status.conflicts }),
  ];
  if (status.decisionsFailed > 0) lines.push(print.t('failedDecisions', { count: status.decisionsFailed }));
  if (status.notesWaiting > 0) lines.push(print.t('notesWaiting', { count: status.notesWaiting }));
  if (status.notesNotSent > 0) lines.push(print.t('notesNotSent', { count: status.notesNotSent }));
  return lines.join('\n');
}

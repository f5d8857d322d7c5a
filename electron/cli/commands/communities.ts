import type { Community } from '../../../shared/domain/community.ts';
import { isolateText } from '../../../shared/domain/isolate-text.ts';
import { safeText } from '../output/safe-text.ts';
import { table } from '../output/table.ts';
import { askSecret } from '../session/ask-secret.ts';
import { UsageError } from '../usage-error.ts';
import { findCommunity } from './arguments.ts';
import type { Declare, Work } from './command.ts';

/** Connecting, listing and describing communities. */
export const declareCommunities: Declare = (program, { t, withSession }) => {
  program
    .command('connect')
    .argument('<address>', t('help.address'))
    .description(t('help.connect'))
    .action((address: string) =>
      withSession(
        async ({ session, print }) => {
          const token = await askSecret('HEARTH_TOKEN', print.t('ask.token'));
          const community = await session.call('communities.connectWithToken', { address, token });
          print.result(community, () =>
            print.t('connected', { name: safeText(community.name), software: describeSoftware(community) }),
          );
          return undefined;
        },
        { mayCreate: true },
      ),
    );

  const communities = program.command('communities').description(t('help.communities'));
  communities
    .command('list', { isDefault: true })
    .description(t('help.communitiesList'))
    .action(() =>
      withSession(async (work) => {
        const all = await work.session.call('communities.list', null);
        work.print.result(all, () => (all.length === 0 ? work.print.t('noCommunities') : communityTable(all, work)));
        return undefined;
      }),
    );
  communities
    .command('add')
    .argument('<name>', t('help.name'))
    .option('--time-zone <zone>', t('help.timeZone'), 'UTC')
    .option('--no-personal-data', t('help.noPersonalData'))
    .description(t('help.communitiesAdd'))
    .action((name: string, options: { timeZone: string; personalData: boolean }) =>
      withSession(
        async ({ session, print }) => {
          const input = { name, timeZone: options.timeZone, holdsPersonalData: options.personalData };
          const community = await session.call('communities.createForImport', input);
          print.result(community, () => print.t('communityAdded', { number: print.number(community.id) }));
          return undefined;
        },
        { mayCreate: true },
      ),
    );
  communities
    .command('disconnect')
    .argument('<community>', t('help.community'))
    .description(t('help.communitiesDisconnect'))
    .action((named: string) =>
      withSession(async ({ session, print }) => {
        const community = await findCommunity(session, named);
        await session.call('communities.disconnect', { communityId: community.id });
        print.result({ communityId: community.id }, () => print.t('disconnected'));
        return undefined;
      }),
    );
};

function describeSoftware(community: Community): string {
  return community.capabilities
    ? isolateText(`${community.capabilities.software} ${community.capabilities.version}`)
    : '';
}

function communityTable(all: readonly Community[], { print }: Work): string {
  return table(all, [
    { header: print.t('column.number'), cell: (one) => String(one.id), end: true },
    { header: print.t('column.state'), cell: (one) => print.t(`connection.${one.connection}`) },
    { header: print.t('column.timeZone'), cell: (one) => one.timeZone },
    { header: print.t('column.lastSync'), cell: (one) => (one.lastSyncAt === null ? '-' : print.date(one.lastSyncAt)) },
    { header: print.t('column.name'), cell: (one) => safeText(one.name) },
  ]);
}

/** Refuses a secret that stands among the arguments: it is already in the shell's history, so it should be replaced. */
export function refuseSecretArguments(args: readonly string[]): void {
  const secret = args.find((argument) => /^--?(token|passphrase|password|secret)\b/i.test(argument));
  if (secret) throw new UsageError('secretInArguments', {});
}

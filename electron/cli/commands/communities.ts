import { type Command, Option } from 'commander';
import { type Community, type DataBegin, dataBegins } from '../../../shared/domain/community.ts';
import { isolateText } from '../../../shared/domain/isolate-text.ts';
import { serverPagesOf } from '../../../shared/domain/server-pages.ts';
import type { TokenEnd } from '../../../shared/ipc/topics/communities.ts';
import { safeText } from '../output/safe-text.ts';
import { table } from '../output/table.ts';
import { askSecret } from '../session/ask-secret.ts';
import { UsageError } from '../usage-error.ts';
import { findCommunity } from './arguments.ts';
import type { Declare, Toolkit, Work } from './command.ts';

/** Connecting, listing and describing communities. */
export const declareCommunities: Declare = (program, { t, withSession }) => {
  const communities = program.command('communities').description(t('help.communities'));
  // Under both names: the short one is older.
  for (const parent of [communities, program]) declareConnect(parent, { t, withSession });
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
    .addOption(new Option('--data-begin <when>', t('help.dataBegin')).choices([...dataBegins]))
    .description(t('help.communitiesAdd'))
    .action((name: string, options: { timeZone: string; personalData: boolean; dataBegin?: DataBegin }) =>
      withSession(
        async ({ session, print }) => {
          const { timeZone, personalData: holdsPersonalData, dataBegin } = options;
          const input = { name, timeZone, holdsPersonalData, dataBegin };
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
        const { by } = await session.call('communities.tokenEnd', { communityId: community.id });
        const { mustEndToken } = await session.call('communities.disconnect', { communityId: community.id });
        print.result({ communityId: community.id, mustEndToken }, () =>
          [print.t('disconnected'), tokenWords(community, by, mustEndToken, print)].filter(Boolean).join(' '),
        );
        return undefined;
      }),
    );
};

/** What became of the token on the server; empty where there was none. */
function tokenWords(
  { platform, capabilities }: Community,
  by: TokenEnd | null,
  mustEndToken: boolean,
  print: Work['print'],
): string {
  if (by === null || platform === 'import') return '';
  if (!mustEndToken) return print.t('tokenEnded');
  const words = print.tFor('communities');
  const where = words(`disconnect.where.${serverPagesOf(platform, capabilities?.software ?? '')}`);
  return words('disconnect.ends.person', { where });
}

type Ways = 'token' | 'password';

function declareConnect(parent: Command, { t, withSession }: Pick<Toolkit, 't' | 'withSession'>): void {
  parent
    .command('connect')
    .argument('<address>', t('help.address'))
    .option('--user <name>', t('help.user'))
    .addOption(new Option('--by <way>', t('help.signInBy')).choices(['token', 'password']))
    .description(t('help.connect'))
    .action((address: string, options: { user?: string; by?: Ways }) =>
      withSession(
        async (work) => {
          const community = await connect(work, address, options);
          work.print.result(community, () =>
            work.print.t('connected', { name: safeText(community.name), software: describeSoftware(community) }),
          );
          return undefined;
        },
        { mayCreate: true },
      ),
    );
}

/** Asks the server what it is, then for what its way of signing in takes. Secrets come from the environment or a prompt. */
async function connect(
  { session, print }: Work,
  typedAddress: string,
  { user, by }: { user?: string; by?: Ways },
): Promise<Community> {
  const server = await session.call('communities.detect', { address: typedAddress });
  const { address } = server;
  const ways = server.signIn.filter((way): way is Ways => way !== 'browser');
  const way = by ?? ways[0];
  if (way === undefined || !ways.includes(way)) throw new UsageError('otherWay', { ways: ways.join(', ') });
  if ((way === 'password' || server.tokenNeedsName) && user === undefined) throw new UsageError('userNeeded', {});
  // What is typed next goes there, which is not always what was typed first.
  print.progress(
    print.t('serverIs', {
      address: isolateText(address.replace(/^https?:\/\//, '')),
      software: isolateText(`${server.software} ${server.version}`.trim()),
    }),
  );
  if (way === 'token') {
    const token = await askSecret('HEARTH_TOKEN', print.t('ask.token'));
    const named = user === undefined ? {} : { userName: user };
    return session.call('communities.connectWithToken', { address, token, ...named });
  }
  const password = await askSecret('HEARTH_PASSWORD', print.t('ask.password'));
  // Most accounts have none, so nobody is asked for it where nobody can type.
  const code = process.stdin.isTTY
    ? await askSecret('HEARTH_CODE', print.t('ask.code'))
    : (process.env.HEARTH_CODE ?? '');
  return session.call('communities.connectWithPassword', { address, userName: user ?? '', password, code });
}

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

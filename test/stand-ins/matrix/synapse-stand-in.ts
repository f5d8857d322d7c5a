import { formatReportId, parseReportId } from '../../../electron/data/platforms/matrix/report-id.ts';
import type { StandIn } from '../stand-in.ts';
import { SynapseServer } from './synapse-server.ts';

const minute = 60_000;

/** A Synapse as suites over all platforms see it. A colleague there has one thing to do with a report: delete it. */
export async function synapseStandIn(version: string): Promise<StandIn & { readonly server: SynapseServer }> {
  const server = new SynapseServer({ version });
  await server.start();
  const { world } = server;
  const admin = world.addUser('admin', { admin: true });
  const reporter = world.addUser('alba');
  let signIns = 0;
  let token = '';
  const signIn = () => {
    signIns += 1;
    token = `token-of-admin-${signIns}`;
    world.tokens.set(token, admin.name);
  };
  signIn();
  const knowsUserReports = Number(version.split('.')[1]) >= 152;
  let clock = 1_795_363_205_000;

  const find = (remoteId: string) => {
    const id = parseReportId(remoteId);
    const isIt = (report: { id: number; received_ts: number }) =>
      report.id === Number(id?.number) && report.received_ts === id?.receivedAt;
    const event = id?.kind === 'event' ? world.eventReports.find(isIt) : undefined;
    const user = id?.kind === 'user' ? world.userReports.find(isIt) : undefined;
    return { event, user };
  };
  const remove = (remoteId: string): boolean => {
    const { event, user } = find(remoteId);
    world.eventReports = world.eventReports.filter((report) => report !== event);
    world.userReports = world.userReports.filter((report) => report !== user);
    return event !== undefined || user !== undefined;
  };
  const eventId = ({ id, received_ts }: { id: number; received_ts: number }) =>
    formatReportId({ kind: 'event', number: String(id), receivedAt: received_ts });
  const userId = ({ id, received_ts }: { id: number; received_ts: number }) =>
    formatReportId({ kind: 'user', number: String(id), receivedAt: received_ts });

  return {
    platform: 'matrix',
    server,
    get credentials() {
      return { accessToken: token, userName: null };
    },
    decideWith: 'suspend',
    addReport() {
      clock += minute;
      const author = world.addUser(`somebody${world.users.size}`);
      const isAboutUser = knowsUserReports && world.users.size % 2 === 0;
      if (isAboutUser) return userId(world.reportUser(author.name, reporter.name, clock, 'please look'));
      const event = world.say(world.addRoom('Workshop'), author.name, 'Buy followers now');
      return eventId(world.reportEvent(event, reporter.name, clock, 'please look'));
    },
    reportAgain(remoteId) {
      clock += minute;
      const { event, user } = find(remoteId);
      const said = event && world.event(event.event_id);
      if (said) world.reportEvent(said, reporter.name, clock, null);
      if (user) world.reportUser(user.target_user_id, reporter.name, clock, 'again');
      return said !== undefined || user !== undefined;
    },
    closeByColleague: remove,
    closingRemoves: true,
    reopenByColleague: () => false,
    vanish(remoteId) {
      const room = world.rooms.get(find(remoteId).event?.room_id ?? '');
      if (!room) return remove(remoteId);
      room.purged = true;
      return true;
    },
    isThere(remoteId) {
      const { event, user } = find(remoteId);
      return user !== undefined || (event !== undefined && world.listedEventReports().includes(event));
    },
    revokeToken() {
      world.tokens.clear();
      // What is made from here on belongs to a person who signed in again.
      signIn();
    },
    openReports: () => [
      ...world.listedEventReports().map(eventId),
      ...(knowsUserReports ? world.userReports.map(userId) : []),
    ],
    carriedOut: () => server.carriedOut,
  };
}

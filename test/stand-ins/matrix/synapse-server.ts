import type { Answer } from '../../../electron/data/practice/http/answer.ts';
import type { IncomingCall } from '../../../electron/data/practice/http/incoming.ts';
import type { CarriedOut } from '../stand-in.ts';
import { StandInServer } from '../stand-in-server.ts';
import { eventReportDetail, eventReportRow, refusal, unrecognized, userDetail, userRow } from './synapse-answers.ts';
import { context } from './synapse-context.ts';
import { SynapseWorld } from './synapse-world.ts';

export interface SynapseOptions {
  /** Before 1.152 reports about people can be filed and not read. */
  readonly version?: string;
  /** A proxy in front of it lets the admin interface through. Its 404 is a web page. */
  readonly adminReachable?: boolean;
  /** Another service signs people in. */
  readonly delegatesLogin?: boolean;
}

type Ok = (json: unknown) => Answer;
const ok: Ok = (json) => ({ status: 200, json });
const closedByProxy: Answer = { status: 404, text: { type: 'text/html', body: '<h1>404 Not Found</h1>' } };

/** A Synapse on this computer, as its source (synapse/rest/admin, synapse/rest/client) and its recorded answers have it. */
export class SynapseServer extends StandInServer {
  readonly world: SynapseWorld;
  readonly carriedOut: CarriedOut[];
  /** Answers given instead of its own, by what a path has in it. */
  readonly answers: Map<string, Answer>;
  /** What was shown of messages and what is around them. */
  readonly contexts: unknown[];

  constructor(options: SynapseOptions = {}, world = new SynapseWorld()) {
    const carriedOut: CarriedOut[] = [];
    const answers = new Map<string, Answer>();
    const contexts: unknown[] = [];
    const answered = routes(
      world,
      { version: '1.160.0', adminReachable: true, delegatesLogin: false, ...options },
      carriedOut,
    );
    super((call) => {
      for (const [part, answer] of answers) if (call.path.includes(part)) return answer;
      const answer = answered(call);
      if (call.path.includes('/context/') && 'json' in answer) contexts.push(answer.json);
      return answer;
    });
    this.world = world;
    this.answers = answers;
    this.contexts = contexts;
    this.carriedOut = carriedOut;
  }
}

function routes(world: SynapseWorld, options: Required<SynapseOptions>, done: CarriedOut[]) {
  const admin = adminRoutes(world, done);
  return (call: IncomingCall): Answer => {
    if (call.path === '/_matrix/client/versions') return ok({ versions: ['r0.6.1', 'v1.11'], unstable_features: {} });
    if (call.path === '/_matrix/client/v3/login') return login(world, options, call);
    const isAdmin = call.path.startsWith('/_synapse/admin/');
    if (isAdmin && !options.adminReachable) return closedByProxy;
    const refused = isAdmin ? unrouted(call, options.version) : null;
    if (refused) return refused;
    if (call.path === '/_synapse/admin/v1/server_version') return ok({ server_version: options.version });
    const self = whoAsks(world, call);
    if (typeof self !== 'string') return self;
    if (call.path === '/_matrix/client/v3/account/whoami') {
      return ok({ user_id: self, is_guest: false, device_id: 'DEVICE' });
    }
    if (call.path === '/_matrix/client/v3/logout' && call.method === 'POST') {
      world.tokens.delete(tokenOf(call));
      return ok({});
    }
    if (!isAdmin) return unrecognized;
    if (world.users.get(self)?.admin !== true) return refusal(403, 'M_FORBIDDEN', 'You are not a server admin');
    return admin(call);
  };
}

function tokenOf({ headers }: IncomingCall): string {
  return /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
}

function whoAsks(world: SynapseWorld, call: IncomingCall): string | Answer {
  const token = tokenOf(call);
  if (token === '') return refusal(401, 'M_MISSING_TOKEN', 'Missing access token');
  const self = world.users.get(world.tokens.get(token) ?? '');
  // Closing an account ends every sign-in of it.
  if (!self || self.deactivated) {
    return refusal(401, 'M_UNKNOWN_TOKEN', 'Invalid access token passed.', { soft_logout: false });
  }
  return self.locked ? locked : self.name;
}

const locked = refusal(401, 'M_USER_LOCKED', 'User account has been locked', { soft_logout: true });

/** What this version has no way to: answered before anybody is asked who they are. */
function unrouted(call: IncomingCall, version: string): Answer | null {
  const path = call.path.slice('/_synapse/admin/'.length);
  const methods = ways.find(([way]) => way.test(path))?.[1];
  const isNewer = path.startsWith('v1/user_reports') && !hasUserReports(version);
  if (methods === undefined || isNewer) return unrecognized;
  return methods.includes(call.method) ? null : { ...unrecognized, status: 405 };
}

const ways: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^v1\/server_version$/, ['GET']],
  [/^v1\/(event|user)_reports$/, ['GET']],
  [/^v1\/(event|user)_reports\/[^/]+$/, ['GET', 'DELETE']],
  [/^v2\/users$/, ['GET']],
  [/^v2\/users\/[^/]+$/, ['GET', 'PUT']],
  [/^v1\/suspend\/[^/]+$/, ['PUT']],
  [/^v1\/rooms$/, ['GET']],
  [/^v1\/rooms\/[^/]+\/context\/[^/]+$/, ['GET']],
];

/** Since 1.152 reports about people can be read. */
function hasUserReports(version: string): boolean {
  return Number(version.split('.')[1]) >= 152;
}

function login(world: SynapseWorld, { delegatesLogin }: Required<SynapseOptions>, call: IncomingCall): Answer {
  if (delegatesLogin && call.method === 'POST') return unrecognized;
  if (call.method === 'GET') {
    const flow = delegatesLogin ? { type: 'm.login.sso' } : { type: 'm.login.password' };
    return ok({ flows: [flow, { type: 'm.login.application_service' }] });
  }
  const wanted = call.json as { identifier: { user: string }; password: string; initial_device_display_name: string };
  // Capital letters are let pass.
  const typed = wanted.identifier.user.toLowerCase();
  const id = typed.startsWith('@') ? typed : `@${typed}:${world.serverName}`;
  const user = world.users.get(id);
  if (world.passwords.get(id) !== wanted.password || user?.deactivated) {
    return refusal(403, 'M_FORBIDDEN', 'Invalid username or password');
  }
  if (user?.locked) return locked;
  const token = `syt_${world.tokens.size}_${world.devices.length}`;
  world.tokens.set(token, id);
  world.devices.push(wanted.initial_device_display_name);
  return ok({ user_id: id, access_token: token, home_server: world.serverName, device_id: 'NEWDEVICE' });
}

function adminRoutes(world: SynapseWorld, done: CarriedOut[]) {
  let listings = 0;
  const ordered = <Row extends { received_ts: number }>(rows: readonly Row[], call: IncomingCall): Row[] => {
    listings += 1;
    // Without a tiebreak a database may give rows of one moment in any order, and in another one next time.
    const mixed = listings % 2 === 0 ? rows.toReversed() : [...rows];
    const sign = call.query.get('dir') === 'f' ? 1 : -1;
    return mixed.sort((a, b) => sign * (a.received_ts - b.received_ts));
  };

  return (call: IncomingCall): Answer => {
    const [version2 = '', area = '', name = '', part = ''] = call.path.split('/').slice(3).map(decodeURIComponent);
    const route = `${call.method} ${version2}/${area}${name === '' ? '' : '/:id'}`;
    switch (route) {
      case 'GET v1/event_reports': {
        const rows = ordered(world.listedEventReports(), call).map((report) => eventReportRow(world, report));
        return pageOf('event_reports', rows, call, (token) => token);
      }
      case 'GET v1/user_reports':
        return pageOf('user_reports', ordered(world.userReports, call), call, (token) => token);
      case 'GET v1/event_reports/:id': {
        if (!isNumber(name)) return noReportId;
        const report = world.eventReports.find(({ id }) => id === Number(name));
        const detail = report && eventReportDetail(world, report);
        return detail ? ok(detail) : refusal(404, 'M_NOT_FOUND', 'Event report not found');
      }
      case 'GET v1/user_reports/:id': {
        if (!isNumber(name)) return noReportId;
        const report = world.userReports.find(({ id }) => id === Number(name));
        return report ? ok(report) : refusal(404, 'M_NOT_FOUND', 'User report not found');
      }
      case 'DELETE v1/event_reports/:id':
      case 'DELETE v1/user_reports/:id':
        return deleteReport(world, area, Number(name));
      case 'GET v2/users':
        return listUsers(world, call);
      case 'GET v1/rooms':
        return ok({
          offset: 0,
          rooms: [],
          total_rooms: [...world.rooms.values()].filter((room) => !room.purged).length,
        });
      case 'GET v1/rooms/:id':
        return part === 'context' ? context(world, call) : unrecognized;
      default:
        return userRoute(world, route, name, call, done);
    }
  };
}

const isNumber = (text: string) => /^\d+$/.test(text);
const wrong = (error: string) => refusal(400, 'M_INVALID_PARAM', error);
const noReportId = wrong('The report_id parameter must be a string representing a positive integer.');

function deleteReport(world: SynapseWorld, area: string, id: number): Answer {
  const [list, words] =
    area === 'event_reports' ? (['eventReports', 'Event'] as const) : (['userReports', 'User'] as const);
  const before = world[list].length;
  if (list === 'eventReports') world.eventReports = world.eventReports.filter((report) => report.id !== id);
  else world.userReports = world.userReports.filter((report) => report.id !== id);
  return world[list].length < before ? ok({}) : refusal(404, 'M_NOT_FOUND', `${words} report not found`);
}

/** `next_token` is a number in reports and a text in users. */
function pageOf(name: string, rows: readonly unknown[], call: IncomingCall, token: (next: number) => unknown): Answer {
  const [from, limit] = [Number(call.query.get('from') ?? 0), Number(call.query.get('limit') ?? 100)];
  if (!(from >= 0)) return wrong('Query parameter from must be a positive integer.');
  if (!(limit >= 0)) return wrong('Query parameter limit must be a positive integer.');
  if (!['b', 'f'].includes(call.query.get('dir') ?? 'b')) {
    return wrong("Query parameter 'dir' must be one of ['b', 'f']");
  }
  const page = rows.slice(from, from + limit);
  const more = from + limit < rows.length ? { next_token: token(from + page.length) } : {};
  return ok({ [name]: page, total: rows.length, ...more });
}

function listUsers(world: SynapseWorld, call: IncomingCall): Answer {
  const by = call.query.get('order_by') ?? 'name';
  const users = [...world.users.values()]
    .filter((user) => call.query.get('deactivated') === 'true' || !user.deactivated)
    .filter((user) => call.query.get('locked') === 'true' || !user.locked)
    .sort((a, b) => (by === 'creation_ts' ? a.creation_ts - b.creation_ts : 0) || (a.name < b.name ? -1 : 1));
  return pageOf('users', users.map(userRow), call, String);
}

function userRoute(world: SynapseWorld, route: string, id: string, call: IncomingCall, done: CarriedOut[]): Answer {
  const isMine = id.endsWith(`:${world.serverName}`);
  const user = world.users.get(id);
  switch (route) {
    case 'GET v2/users/:id':
      if (!isMine) return refusal(400, 'M_UNKNOWN', 'Can only look up local users');
      return user ? ok(userDetail(user)) : refusal(404, 'M_NOT_FOUND', 'User not found');
    case 'PUT v2/users/:id': {
      if (!isMine) return refusal(400, 'M_UNKNOWN', 'This endpoint can only be used with local users');
      // This is how accounts are made, too.
      const changed = user ?? world.addUser(id.slice(1).split(':')[0] ?? '');
      const { locked } = call.json as { locked?: boolean };
      if (locked !== undefined) {
        changed.locked = locked;
        done.push({ kind: locked ? 'account.disable' : 'account.undo-disable', target: id });
      }
      return { status: user ? 200 : 201, json: userDetail(changed) };
    }
    case 'PUT v1/suspend/:id': {
      if (!isMine) return refusal(400, 'M_UNKNOWN', 'Can only suspend local users');
      if (!user) return refusal(404, 'M_NOT_FOUND', 'User not found');
      const { suspend } = call.json as { suspend: boolean };
      user.suspended = suspend;
      done.push({ kind: suspend ? 'account.suspend' : 'account.undo-suspend', target: id });
      return ok({ [`user_${id}_suspended`]: suspend });
    }
    default:
      return unrecognized;
  }
}

import { type Vintage, writeMe, writeNote, writeReport, writeUser } from './entities.ts';
import { internalError, MisskeyError } from './errors.ts';
import { accountsIn, invalid, limitIn, pageOf, requiredId } from './page-of.ts';
import type { MisskeyUser, MisskeyWorld } from './world.ts';

export interface EndpointContext {
  readonly world: MisskeyWorld;
  readonly me: MisskeyUser;
  readonly asked: Readonly<Record<string, unknown>>;
  readonly isSharkey: boolean;
  readonly vintage: Vintage;
  readonly origin: string;
  readonly now: number;
  readonly hasTimeline: boolean;
}

export interface Endpoint {
  /** Null where nobody need sign in. */
  readonly kind?: string;
  readonly needsAccount?: boolean;
  readonly moderatorsOnly?: boolean;
  readonly onlyOnSharkey?: boolean;
  /** Undefined is 204. */
  readonly handle: (context: EndpointContext) => unknown;
}

const admin = (kind: string, handle: Endpoint['handle'], more: Partial<Endpoint> = {}): Endpoint => ({
  kind,
  needsAccount: true,
  moderatorsOnly: true,
  handle,
  ...more,
});

const dayMs = 24 * 60 * 60_000;

/** The endpoints that a connector uses, as misskey-dev/misskey has them in packages/backend/src/server/api/endpoints. */
export const endpoints: Readonly<Record<string, Endpoint>> = {
  meta: {
    handle: ({ world, isSharkey, origin }) => ({
      name: 'A made-up server',
      version: isSharkey ? '2025.4.3' : '2025.9.0',
      uri: origin,
      serverRules: world.rules,
    }),
  },
  i: { kind: 'read:account', needsAccount: true, handle: ({ world, me }) => writeMe(world, me) },
  'users/show': {
    handle({ world, asked, me }) {
      const user = world.user(requiredId(asked, 'userId'));
      if (!user || (user.isSuspended && !me.isModerator)) throw new MisskeyError(404, 'NO_SUCH_USER');
      return writeUser(world, user);
    },
  },
  'notes/show': {
    handle({ world, asked, isSharkey, me }) {
      const note = world.note(requiredId(asked, 'noteId'));
      // Misskey gives a note that is not for our eyes, emptied.
      if (!note || (isSharkey && !world.isVisible(note, me.id))) throw new MisskeyError(400, 'NO_SUCH_NOTE');
      return writeNote(world, note, isSharkey, me.id);
    },
  },
  'notes/conversation': {
    handle({ world, asked, isSharkey, me }) {
      const note = world.note(requiredId(asked, 'noteId'));
      if (!note) throw new MisskeyError(400, 'NO_SUCH_NOTE');
      const above: unknown[] = [];
      let at = note.replyId === null ? undefined : world.note(note.replyId);
      while (at && above.length < limitIn(asked)) {
        above.push(writeNote(world, at, isSharkey, me.id));
        at = at.replyId === null ? undefined : world.note(at.replyId);
      }
      return above;
    },
  },
  'notes/replies': {
    handle({ world, asked, isSharkey, me }) {
      const noteId = requiredId(asked, 'noteId');
      const replies = world.notes.filter((note) => note.replyId === noteId && world.isVisible(note, me.id));
      return pageOf(replies, asked).map((note) => writeNote(world, note, isSharkey, me.id));
    },
  },
  'notes/local-timeline': {
    handle({ world, asked, isSharkey, hasTimeline, me }) {
      if (!hasTimeline) throw new MisskeyError(400, 'LTL_DISABLED');
      const local = world.notes.filter((note) => {
        if (note.visibility !== 'public' || world.user(note.userId)?.host !== null) return false;
        if (asked.withReplies !== true && note.replyId !== null)
          return world.note(note.replyId)?.userId === note.userId;
        return asked.withRenotes !== false || note.renoteId === null || note.text !== null;
      });
      return pageOf(local, asked).map((note) => writeNote(world, note, isSharkey, me.id));
    },
  },
  'notes/delete': {
    kind: 'write:notes',
    needsAccount: true,
    handle({ world, asked, me }) {
      const note = world.note(requiredId(asked, 'noteId'));
      if (!note) throw new MisskeyError(400, 'NO_SUCH_NOTE');
      if (!me.isModerator && note.userId !== me.id) throw new MisskeyError(400, 'ACCESS_DENIED');
      world.deleteNote(note.id);
      world.deeds.push({ endpoint: 'notes/delete', targetId: note.id });
      return undefined;
    },
  },
  'admin/abuse-user-reports': admin('read:admin:abuse-user-reports', ({ world, asked, vintage }) => {
    const { state } = asked;
    const wanted = world.reports.filter(
      ({ resolved }) => (state !== 'unresolved' || !resolved) && (state !== 'resolved' || resolved),
    );
    return pageOf(wanted, asked).map((report) => writeReport(world, report, vintage));
  }),
  'admin/resolve-abuse-user-report': admin('write:admin:resolve-abuse-user-report', ({ world, asked, me, vintage }) => {
    const id = requiredId(asked, 'reportId');
    const as = asked.resolvedAs ?? null;
    if (vintage === 'current' && as !== null && as !== 'accept' && as !== 'reject') throw invalid('resolvedAs');
    const report = world.report(id);
    if (!report) throw new MisskeyError(404, 'NO_SUCH_ABUSE_REPORT', 'server');
    // What an earlier version does not know it leaves alone.
    world.resolve(report, me.id, vintage === 'current' ? (as as 'accept' | 'reject' | null) : null);
    if (vintage !== 'current' && asked.forward === true) report.forwarded = true;
    world.deeds.push({ endpoint: 'admin/resolve-abuse-user-report', targetId: id });
    return undefined;
  }),
  'admin/forward-abuse-user-report': admin('write:admin:resolve-abuse-user-report', ({ world, asked }) => {
    const report = world.report(requiredId(asked, 'reportId'));
    if (!report) throw new MisskeyError(404, 'NO_SUCH_ABUSE_REPORT', 'server');
    if (world.user(report.targetUserId)?.host === null) throw internalError('The target user host is null.');
    if (report.forwarded) throw internalError('The report has already been forwarded.');
    report.forwarded = true;
    return undefined;
  }),
  'admin/show-users': admin('read:admin:show-user', ({ world, asked }) =>
    accountsIn(world.users, asked).map((user) => writeUser(world, user)),
  ),
  'admin/suspend-user': admin('write:admin:suspend-user', (context) =>
    onUser(context, 'suspend', { isSuspended: true }),
  ),
  'admin/unsuspend-user': admin('write:admin:unsuspend-user', (context) =>
    onUser(context, null, { isSuspended: false }, 'admin/unsuspend-user'),
  ),
  'admin/silence-user': admin(
    'write:admin:silence-user',
    (context) => onUser(context, 'silence', { isSilenced: true }),
    { onlyOnSharkey: true },
  ),
  'admin/unsilence-user': admin(
    'write:admin:unsilence-user',
    (context) => onUser(context, null, { isSilenced: false }, 'admin/unsilence-user'),
    { onlyOnSharkey: true },
  ),
  'charts/active-users': {
    handle: (context) => {
      const read = chart(context, (day) => day % 10);
      return { readWrite: read, read, write: chart(context, (day) => day % 3) };
    },
  },
  'charts/users': {
    handle: (context) => {
      const none = chart(context, () => 0);
      return {
        local: { total: chart(context, () => 50), inc: chart(context, (day) => day % 4), dec: none },
        remote: { total: none, inc: none, dec: none },
      };
    },
  },
  'charts/notes': {
    handle: (context) => {
      const none = chart(context, () => 0);
      const diffs = { normal: chart(context, () => 7), reply: chart(context, () => 5), renote: none, withFile: none };
      return {
        local: { total: none, inc: none, dec: none, diffs },
        remote: {
          total: none,
          inc: none,
          dec: none,
          diffs: { normal: none, reply: none, renote: none, withFile: none },
        },
      };
    },
  },
  retention: {
    // Counted at midnight, each time of the day that has just ended, under the date that has just begun.
    handle: ({ now }) => {
      const today = Math.floor(now / dayMs) * dayMs;
      return [
        {
          createdAt: new Date(today - 2 * dayMs).toISOString(),
          users: 4,
          data: { [dateKey(today - dayMs)]: 3, [dateKey(today)]: 1 },
        },
        { createdAt: new Date(today - 40 * dayMs).toISOString(), users: 0, data: {} },
      ];
    },
  },
};

function onUser(
  { world, asked }: EndpointContext,
  sanction: 'suspend' | 'silence' | null,
  change: Partial<Pick<MisskeyUser, 'isSuspended' | 'isSilenced'>>,
  endpoint = `admin/${sanction}-user`,
): undefined {
  const user = world.user(requiredId(asked, 'userId'));
  if (!user) throw internalError('user not found');
  if (sanction !== null && user.isModerator) throw internalError(`cannot ${sanction} moderator account`);
  Object.assign(user, change);
  world.deeds.push({ endpoint, targetId: user.id });
  return undefined;
}

/**
 * The last day first; `offset` is the day to end with. With an offset Misskey looks for rows from a day too late on
 * (`getChartRaw` in core/chart/core.ts), so that the earliest day has nothing in it.
 */
function chart({ asked, now }: EndpointContext, of: (day: number) => number): number[] {
  if (asked.span !== 'day' && asked.span !== 'hour') throw invalid('span');
  const limit = limitIn(asked, 500);
  const hasOffset = typeof asked.offset === 'number';
  const last = Math.floor((hasOffset ? (asked.offset as number) : now) / dayMs);
  return Array.from({ length: limit }, (_, back) => (hasOffset && back === limit - 1 ? 0 : of(last - back)));
}

/** Without leading noughts. */
function dateKey(at: number): string {
  const date = new Date(at);
  return `${date.getUTCFullYear()}-${date.getUTCMonth() + 1}-${date.getUTCDate()}`;
}

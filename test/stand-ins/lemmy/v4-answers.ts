import { type Answer, ok } from '../../../electron/data/practice/http/answer.ts';
import { commentsOf, newestFirst, postsOf, visibleReports } from './answer-shared.ts';
import type { LemmyActs } from './lemmy-acts.ts';
import { LemmyError } from './lemmy-errors.ts';
import type { LemmySession } from './lemmy-session.ts';
import { LemmyViews } from './lemmy-views.ts';
import type { Kind, LemmyWorld, Report } from './lemmy-world.ts';
import { languages, siteCounts } from './v3-answers.ts';

const typesAsked: Readonly<Record<string, Kind>> = {
  posts: 'post',
  comments: 'comment',
  private_messages: 'private_message',
  communities: 'community',
};

const days = 24 * 60 * 60_000;

/** `/api/v4` as 1.0 answers it. */
export class V4Answers {
  readonly #world: LemmyWorld;
  readonly #acts: LemmyActs;
  readonly #views: LemmyViews;
  readonly version: string;

  constructor(world: LemmyWorld, acts: LemmyActs, version: string) {
    this.#world = world;
    this.#acts = acts;
    this.#views = new LemmyViews(world, 'v4');
    this.version = version;
  }

  /** The answer to "METHOD /path" below the base, or null where there is nothing. */
  answer(route: string, session: LemmySession): Answer | null {
    const views = this.#views;
    const kind = /^PUT \/(post|comment|private_message|community)\/report\/resolve$/.exec(route)?.[1] as
      | Kind
      | undefined;
    if (kind !== undefined) {
      const report = this.#acts.resolve(session, kind);
      return ok({ [`${kind}_report_view`]: views.reportView(report, session.requireLogin()) });
    }
    switch (route) {
      case 'POST /account/auth/logout':
        this.#acts.logout(session);
        return ok({ success: true });
      case 'POST /account/auth/login':
        return ok({ jwt: this.#acts.login(session), registration_created: false, verify_email_sent: false });
      case 'GET /report/list':
        return ok(this.#reports(session));
      case 'POST /post/remove':
        this.#acts.remove(session, 'post');
        return ok({ post_view: views.postView(this.#world.post(session.id('post_id'))) });
      case 'POST /comment/remove':
        this.#acts.remove(session, 'comment');
        return ok({ comment_view: views.commentView(this.#world.comment(session.id('comment_id'))) });
      case 'POST /admin/ban':
        return ok({ person_view: views.personView(this.#world.person(this.#acts.ban(session))) });
      case 'POST /community/ban_user':
        return ok({ person_view: views.personView(this.#world.person(this.#acts.banFromCommunity(session))) });
      default:
        return this.#read(route, session);
    }
  }

  #read(route: string, session: LemmySession): Answer | null {
    const world = this.#world;
    const views = this.#views;
    switch (route) {
      case 'GET /site':
        return ok(this.#site());
      case 'GET /account':
        return ok(this.#account(session));
      case 'GET /person': {
        const person = world.people.find((one) => one.id === session.number('person_id'));
        return ok({ person_view: views.personView(required(person)), moderates: [] });
      }
      case 'GET /community': {
        const community = world.communities.find((one) => one.id === session.number('id'));
        return ok({ community_view: { community: views.community(required(community)) } });
      }
      case 'GET /post': {
        const post = required(world.posts.find((one) => one.id === session.number('id')));
        if (session.personId !== null) world.marksRead.add(`${session.personId}:${post.id}`);
        return ok({ post_view: views.postView(post) });
      }
      case 'GET /comment': {
        const comment = required(world.comments.find((one) => one.id === session.number('id')));
        return ok({ comment_view: views.commentView(comment) });
      }
      case 'GET /post/list': {
        const page = paged(postsOf(world, session), session, (one) => `post,${one.id}`);
        if (session.personId !== null && session.query('mark_as_read') !== 'false')
          for (const post of page.rows) world.marksRead.add(`${session.personId}:${post.id}`);
        return ok({ ...page.cursors, items: page.rows.map((one) => views.postView(one)) });
      }
      case 'GET /comment/list': {
        const rows = commentsOf(world, session);
        const ordered = session.query('sort') === 'old' ? rows.reverse() : rows;
        const page = paged(ordered, session, (one) => `comment,${one.id}`);
        return ok({ ...page.cursors, items: page.rows.map((one) => views.commentView(one)) });
      }
      case 'GET /admin/users': {
        session.requireAdmin();
        const locals = newestFirst(world.people.filter((one) => one.host === null));
        const page = paged(locals, session, (one) => `person,${one.id}`);
        return ok({
          ...page.cursors,
          items: page.rows.map((one) => ({
            local_user: { admin: one.admin },
            person: views.person(one),
            banned: one.banned,
          })),
        });
      }
      default:
        return null;
    }
  }

  #site(): Record<string, unknown> {
    return {
      site_view: {
        site: { id: 1, name: 'Test Lemmy' },
        local_site: { id: 1, ...siteCounts(this.#world) },
        local_site_rate_limit: { message_max_requests: 180, message_interval_seconds: 60 },
      },
      admins: [],
      version: this.version,
      all_languages: languages,
    };
  }

  #account(session: LemmySession): Record<string, unknown> {
    const me = this.#world.person(session.requireLogin());
    return {
      local_user_view: { local_user: { admin: me.admin }, person: this.#views.person(me), banned: false },
      moderates: this.#world.communities
        .filter((one) => one.moderators.has(me.id))
        .map((one) => ({ community: this.#views.community(one), moderator: this.#views.person(me) })),
    };
  }

  /** Administrators are shown a community's own reports only when asked for, or after three days. */
  #reports(session: LemmySession): Record<string, unknown> {
    const me = session.requireAnyModerator();
    const openOnly = session.query('unresolved_only') === 'true';
    const isOldFirst = (session.query('sort') ?? 'default') === 'default' ? openOnly : session.query('sort') === 'old';
    const seen = visibleReports(this.#world, me, 'v4').filter(
      (one) => !(openOnly && one.resolved) && this.#isAskedFor(one, session) && this.#isForMe(one, me, session),
    );
    const rows = newestFirst(seen);
    const page = paged(isOldFirst ? rows.reverse() : rows, session, cursorOf, (cursor) => this.#reportAt(cursor));
    return { ...page.cursors, items: page.rows.map((one) => this.#views.reportView(one, me)) };
  }

  #isAskedFor(report: Report, session: LemmySession): boolean {
    const type = typesAsked[session.query('type_') ?? 'all'];
    const postId = session.number('post_id');
    const communityId = session.number('community_id');
    if (type !== undefined && report.kind !== type) return false;
    if (postId !== null && this.#world.postOf(report)?.id !== postId) return false;
    return communityId === null || this.#world.communityOf(report)?.id === communityId;
  }

  #isForMe(report: Report, me: number, session: LemmySession): boolean {
    if (!this.#world.isAdmin(me) || session.query('show_community_rule_violations') === 'true') return true;
    if (report.violatesInstanceRules || report.kind === 'private_message' || report.kind === 'community') return true;
    const isOld = report.published < this.#world.now - 3 * days;
    return isOld || (this.#world.communityOf(report)?.moderators.has(me) ?? false);
  }

  #reportAt(cursor: string): Report | undefined {
    const [kind, id] = cursor.split(',');
    return this.#world.reports.find((one) => one.kind === kind && one.id === Number(id));
  }
}

function cursorOf(report: Report): string {
  return `${report.kind},${report.id}`;
}

interface Rows<Row> {
  readonly rows: readonly Row[];
  readonly cursors: { readonly next_page?: string; readonly prev_page?: string };
}

/**
 * A page after the row that the cursor names: also when that row is no longer in the list, but not when it is no longer there
 * at all. A page that is not full has no next one.
 */
function paged<Row extends { readonly published: number; readonly id: number }>(
  rows: readonly Row[],
  session: LemmySession,
  name: (row: Row) => string,
  find: (cursor: string) => Row | undefined = (cursor) => rows.find((one) => name(one) === cursor),
): Rows<Row> {
  const limit = session.number('limit') ?? 20;
  if (limit < 1 || limit > 50) throw new LemmyError('invalid_fetch_limit');
  const cursor = session.query('page_cursor');
  const start = cursor === null ? 0 : placeAfter(rows, required(find(parseCursor(cursor))));
  const page = rows.slice(start, start + limit);
  const last = page.at(-1);
  const first = page[0];
  return {
    rows: page,
    cursors: {
      ...(last && page.length === limit && { next_page: writeCursor(name(last)) }),
      ...(first && cursor !== null && { prev_page: writeCursor(name(first)) }),
    },
  };
}

function placeAfter<Row extends { readonly published: number; readonly id: number }>(
  rows: readonly Row[],
  at: Row,
): number {
  const isNewestFirst = rows.length < 2 || rows[0]!.published >= rows.at(-1)!.published;
  const isAfter = (one: Row): boolean => {
    const older = one.published < at.published || (one.published === at.published && one.id < at.id);
    return isNewestFirst ? older : !older && one !== at;
  };
  const place = rows.findIndex(isAfter);
  return place === -1 ? rows.length : place;
}

function writeCursor(name: string): string {
  return Buffer.from(`b=false&d=${name}`).toString('base64url');
}

function parseCursor(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const match = /^b=false&d=(\w+,\d+)$/.exec(text);
  if (!match?.[1]) throw new LemmyError('unknown', 'Invalid symbol');
  return match[1];
}

function required<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new LemmyError('not_found');
  return row;
}

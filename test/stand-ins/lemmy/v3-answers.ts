import { type Answer, ok } from '../../../electron/data/practice/http/answer.ts';
import { commentsOf, newestFirst, postsOf, visibleReports } from './answer-shared.ts';
import type { LemmyActs } from './lemmy-acts.ts';
import { LemmyError } from './lemmy-errors.ts';
import type { LemmySession } from './lemmy-session.ts';
import { LemmyViews } from './lemmy-views.ts';
import type { Kind, LemmyWorld } from './lemmy-world.ts';

/** Until 0.19.3 the lists of reports ignored which post or comment was asked for. */
export interface V3Quirks {
  readonly version: string;
  readonly ignoresObjectFilter: boolean;
}

/** `/api/v3` as 0.19 answers it. */
export class V3Answers {
  readonly #world: LemmyWorld;
  readonly #acts: LemmyActs;
  readonly #views: LemmyViews;
  readonly #quirks: V3Quirks;

  constructor(world: LemmyWorld, acts: LemmyActs, quirks: V3Quirks) {
    this.#world = world;
    this.#acts = acts;
    this.#views = new LemmyViews(world, 'v3');
    this.#quirks = quirks;
  }

  /** The answer to "METHOD /path" below the base, or null where there is nothing. */
  answer(route: string, session: LemmySession): Answer | null {
    const views = this.#views;
    switch (route) {
      case 'GET /site':
        return ok(this.#site(session));
      case 'POST /user/logout':
        this.#acts.logout(session);
        return ok({ success: true });
      case 'POST /user/login':
        return ok({ jwt: this.#acts.login(session), registration_created: false, verify_email_sent: false });
      case 'GET /post/report/list':
        return ok({ post_reports: this.#reports('post', session) });
      case 'GET /comment/report/list':
        return ok({ comment_reports: this.#reports('comment', session) });
      case 'GET /private_message/report/list':
        session.requireAdmin();
        return ok({ private_message_reports: this.#reports('private_message', session) });
      case 'PUT /post/report/resolve':
        return this.#resolve('post', session);
      case 'PUT /comment/report/resolve':
        return this.#resolve('comment', session);
      case 'PUT /private_message/report/resolve':
        return this.#resolve('private_message', session);
      case 'POST /post/remove':
        this.#acts.remove(session, 'post');
        return ok({ post_view: views.postView(this.#world.post(session.id('post_id'))) });
      case 'POST /comment/remove':
        this.#acts.remove(session, 'comment');
        return ok({ comment_view: views.commentView(this.#world.comment(session.id('comment_id'))) });
      case 'POST /user/ban':
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
      case 'GET /user': {
        const person = world.people.find((one) => one.id === session.number('person_id'));
        if (!person) throw new LemmyError('couldnt_find_person');
        return ok({ person_view: views.personView(person), comments: [], posts: [], moderates: [] });
      }
      case 'GET /post': {
        const post = world.posts.find((one) => one.id === session.number('id'));
        if (!post) throw new LemmyError('couldnt_find_post');
        if (session.personId !== null) world.marksRead.add(`${session.personId}:${post.id}`);
        return ok({ post_view: views.postView(post) });
      }
      case 'GET /comment': {
        const comment = world.comments.find((one) => one.id === session.number('id'));
        if (!comment) throw new LemmyError('couldnt_find_comment');
        return ok({ comment_view: views.commentView(comment) });
      }
      case 'GET /post/list':
        return ok(this.#posts(session));
      case 'GET /comment/list': {
        const rows = commentsOf(world, session);
        const ordered = session.query('sort') === 'Old' ? rows.reverse() : rows;
        return ok({ comments: page(ordered, session).map((row) => views.commentView(row)) });
      }
      case 'GET /admin/registration_application/list': {
        session.requireAdmin();
        const rows = page(newestFirst(world.applications), session);
        return ok({
          registration_applications: rows.map((row) => ({
            registration_application: { id: row.id, answer: '', ...views.time('published', row.published) },
            creator: views.person(world.person(row.personId)),
          })),
        });
      }
      default:
        return null;
    }
  }

  #site(session: LemmySession): Record<string, unknown> {
    const world = this.#world;
    const me = session.personId === null ? null : world.person(session.personId);
    return {
      site_view: {
        site: { id: 1, name: 'Test Lemmy' },
        local_site: { id: 1 },
        local_site_rate_limit: { message: 180, message_per_second: 60 },
        counts: siteCounts(world),
      },
      admins: [],
      version: this.#quirks.version,
      all_languages: languages,
      ...(me && {
        my_user: {
          local_user_view: { local_user: { admin: me.admin }, person: this.#views.person(me) },
          moderates: world.communities
            .filter((one) => one.moderators.has(me.id))
            .map((one) => ({ community: this.#views.community(one), moderator: this.#views.person(me) })),
        },
      }),
    };
  }

  /** Open ones oldest first, all of them newest first; there is no other order. */
  #reports(kind: Kind, session: LemmySession): unknown[] {
    const me = session.requireAnyModerator();
    const openOnly = session.query('unresolved_only') === 'true';
    const objectId = this.#quirks.ignoresObjectFilter ? null : session.number(`${kind}_id`);
    const rows = newestFirst(
      visibleReports(this.#world, me, 'v3').filter(
        (one) => one.kind === kind && !(openOnly && one.resolved) && (objectId ?? one.objectId) === one.objectId,
      ),
    );
    return page(openOnly ? rows.reverse() : rows, session).map((one) => this.#views.reportView(one, me));
  }

  #resolve(kind: Kind, session: LemmySession): Answer {
    const report = this.#acts.resolve(session, kind);
    return ok({ [`${kind}_report_view`]: this.#views.reportView(report, session.requireLogin()) });
  }

  /** Pinned posts come first whatever the order; the cursor names the last post of the page. */
  #posts(session: LemmySession): Record<string, unknown> {
    const rows = postsOf(this.#world, session);
    const ordered = [...rows.filter((one) => one.featured), ...rows.filter((one) => !one.featured)];
    const cursor = session.query('page_cursor');
    const at = cursor === null ? -1 : ordered.findIndex((one) => `P${one.id.toString(16)}` === cursor);
    if (cursor !== null && at === -1) throw new LemmyError('unknown', 'Could not parse pagination token');
    const posts = ordered.slice(at + 1, at + 1 + limitOf(session));
    const last = posts.at(-1);
    return {
      posts: posts.map((one) => this.#views.postView(one)),
      ...(last && { next_page: `P${last.id.toString(16)}` }),
    };
  }
}

export const languages = [
  { id: 0, code: 'und', name: 'Undetermined' },
  { id: 37, code: 'en', name: 'English' },
];

export function siteCounts(world: LemmyWorld): Record<string, number> {
  return {
    users: world.people.filter((one) => one.host === null).length,
    posts: world.posts.length,
    comments: world.comments.length,
    communities: world.communities.length,
    users_active_day: 3,
    users_active_week: 9,
    users_active_month: 20,
    users_active_half_year: 40,
  };
}

/** Fifty at most, and no page after the hundredth. */
function page<Row>(rows: readonly Row[], session: LemmySession): Row[] {
  const number = session.number('page') ?? 1;
  if (number < 1 || number > 100) throw new LemmyError('unknown', 'Page limit is > 100');
  const limit = limitOf(session);
  return rows.slice(limit * (number - 1), limit * number);
}

function limitOf(session: LemmySession): number {
  const limit = session.number('limit') ?? 10;
  if (limit < 1 || limit > 50) throw new LemmyError('unknown', 'Fetch limit is > 50');
  return limit;
}

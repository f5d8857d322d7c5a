import { type Answer, ok } from '../../../electron/data/practice/http/answer.ts';
import type { DiscourseWorld } from './discourse-world.ts';
import { type Reviewable, type Status, statuses, type User } from './entities.ts';
import { performAction } from './perform-action.ts';
import { conflict, noAccess, notFound, refused } from './refusals.ts';
import { bodyOf, type Route, type Visit } from './route.ts';
import { basicUser, iso, showReviewables } from './show-reviewable.ts';

/** However many one would like. */
const perPage = 10;
const types = { created_by: 'user', target_created_by: 'user', reviewed_by: 'user', claimed_by: 'user' };

export const reviewRoutes: readonly Route[] = [
  { method: 'GET', path: /^\/review(?:\.json)?$/, for: 'staff', handle: list },
  {
    method: 'GET',
    path: /^\/review\/count\.json$/,
    for: 'staff',
    handle: ({ world, me }) => ok({ count: pending(world, me).length }),
  },
  { method: 'GET', path: /^\/review\/(\d+)\.json$/, for: 'staff', handle: show },
  { method: 'PUT', path: /^\/review\/(\d+)\/perform\/([a-z_]+)\.json$/, for: 'staff', handle: perform },
  { method: 'POST', path: /^\/reviewable_claimed_topics(?:\.json)?$/, for: 'staff', handle: claim },
  { method: 'DELETE', path: /^\/reviewable_claimed_topics\/(\d+)(?:\.json)?$/, for: 'staff', handle: unclaim },
  { method: 'POST', path: /^\/reviewables\/(\d+)\/notes\.json$/, for: 'staff', handle: addNote },
  { method: 'DELETE', path: /^\/reviewables\/(\d+)\/notes\/(\d+)\.json$/, for: 'staff', handle: removeNote },
];

function seenBy(world: DiscourseWorld, me: User | null): Reviewable[] {
  return world.reviewables.filter((one) => me?.admin === true || !one.hiddenFromModerators);
}

function pending(world: DiscourseWorld, me: User | null): Reviewable[] {
  return seenBy(world, me).filter(({ status }) => status === 'pending');
}

function scoreOf({ scores }: Reviewable): number {
  return scores.length * 4;
}

function list({ world, call, me, origin }: Visit): Answer {
  const { query } = call;
  const status = query.get('status') ?? 'pending';
  if (!['all', 'reviewed', ...Object.keys(statuses)].includes(status)) return refused(400, 'invalid_parameters');
  const from = Date.parse(query.get('from_date') ?? '');
  const ids = world.settings.knowsIds ? query.getAll('ids[]').map(Number) : [];
  const least = query.get('priority') === 'low' ? 0 : world.settings.leastScore;
  const found = seenBy(world, me)
    .filter(
      (one) =>
        status === 'all' || (status === 'reviewed' ? one.status !== 'pending' : one.status === (status as Status)),
    )
    .filter((one) => Number.isNaN(from) || one.createdAt >= from)
    .filter((one) => scoreOf(one) >= least)
    .filter((one) => ids.length === 0 || ids.includes(one.id))
    .sort(orderOf(query.get('sort_order')));
  const offset = Number(query.get('offset') ?? 0) || 0;
  const { items, beside } = showReviewables(world, found.slice(offset, offset + perPage), origin);
  const more = offset + perPage < found.length;
  return ok({
    reviewables: items,
    meta: {
      status,
      total_rows_reviewables: found.length,
      types,
      reviewable_count: pending(world, me).length,
      ...(more && { load_more_reviewables: `/review?offset=${offset + perPage}&status=${status}` }),
    },
    ...beside,
  });
}

function orderOf(order: string | null): (a: Reviewable, b: Reviewable) => number {
  if (order === 'created_at_asc') return (a, b) => a.createdAt - b.createdAt || scoreOf(b) - scoreOf(a);
  if (order === 'created_at') return (a, b) => b.createdAt - a.createdAt || scoreOf(b) - scoreOf(a);
  return (a, b) => scoreOf(b) - scoreOf(a) || b.createdAt - a.createdAt;
}

function found({ world, me, params }: Visit): Reviewable | null {
  return seenBy(world, me).find(({ id }) => String(id) === params[0]) ?? null;
}

function show(visit: Visit): Answer {
  const reviewable = found(visit);
  if (!reviewable) return notFound();
  const { items, beside } = showReviewables(visit.world, [reviewable], visit.origin);
  return ok({ reviewable: items[0], ...beside, meta: { types } });
}

function perform(visit: Visit): Answer {
  const { world, call, me, params } = visit;
  const version = call.query.get('version') ?? bodyOf(call).version;
  if (version === null || version === undefined || version === '')
    return refused(422, null, 'You must supply a version.');
  const reviewable = found(visit);
  if (!reviewable || !me) return notFound();
  const claimed = claimError(visit, reviewable);
  if (claimed) return claimed;
  const done = performAction(world, reviewable, params[1] ?? '', { by: me, version: Number(version) });
  if (done.result === 'not-offered') return noAccess();
  if (done.result === 'conflict') return conflict();
  if (done.transitionTo !== null) world.book('report.resolve', reviewable.id);
  return ok({
    reviewable_perform_result: {
      success: true,
      ...(done.transitionTo !== null && {
        transition_to: done.transitionTo,
        transition_to_id: statuses[done.transitionTo],
      }),
      remove_reviewable_ids: done.transitionTo === null ? [] : [reviewable.id],
      version: reviewable.version,
      reviewable_count: pending(world, me).length,
    },
  });
}

function claimError({ world, me }: Visit, { topicId }: Reviewable): Answer | null {
  if (world.settings.claiming === 'disabled' || topicId === null) return null;
  const holder = world.claims.get(topicId);
  if (holder === undefined) {
    return world.settings.claiming === 'required'
      ? refused(422, null, 'You must claim items before you can review.')
      : null;
  }
  return holder === me?.id ? null : refused(422, null, 'This item has been claimed by another user.');
}

function claim({ world, call, me }: Visit): Answer {
  if (world.settings.claiming === 'disabled') return noAccess();
  const asked = bodyOf(call).reviewable_claimed_topic as { topic_id?: unknown } | undefined;
  const topic = world.topic(Number(asked?.topic_id));
  if (!topic || !me) return notFound();
  if (world.claims.has(topic.id)) return conflict();
  world.claims.set(topic.id, me.id);
  for (const one of world.reviewables) {
    if (one.topicId !== topic.id) continue;
    world.log(one, 3, me.id);
    if (one.status === 'pending') world.book('report.assign', one.id);
  }
  return ok({ success: 'OK' });
}

function unclaim({ world, params }: Visit): Answer {
  const topic = world.topic(Number(params[0]));
  if (!topic) return notFound();
  world.claims.delete(topic.id);
  return ok({ success: 'OK' });
}

function addNote(visit: Visit): Answer {
  const reviewable = found(visit);
  const { me, world, call } = visit;
  // Before the autumn of 2025 there was nothing here.
  if (!reviewable || !me || world.settings.shape === 'user') return notFound();
  const asked = bodyOf(call).reviewable_note as { content?: unknown } | undefined;
  const content = typeof asked?.content === 'string' ? asked.content : '';
  if (content.trim() === '') return refused(422, null, 'Content can’t be blank');
  if (content.length > 2000) return refused(422, null, 'Content is too long (maximum is 2000 characters)');
  const note = { id: world.next(), by: me.id, content, at: world.clock() };
  reviewable.notes.push(note);
  world.book('report.note', reviewable.id);
  return ok({ id: note.id, content, created_at: iso(note.at), updated_at: iso(note.at), user: basicUser(me) });
}

function removeNote(visit: Visit): Answer {
  const reviewable = found(visit);
  const position = reviewable?.notes.findIndex(({ id }) => String(id) === visit.params[1]) ?? -1;
  const note = reviewable?.notes[position];
  if (!reviewable || !note) return notFound();
  if (note.by !== visit.me?.id && visit.me?.admin !== true) return noAccess();
  reviewable.notes.splice(position, 1);
  return ok({ success: 'OK' });
}

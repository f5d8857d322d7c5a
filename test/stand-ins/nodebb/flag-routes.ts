import type { Answer } from '../../../electron/data/practice/http/answer.ts';
import type { IncomingCall } from '../../../electron/data/practice/http/incoming.ts';
import { forbiddenPage, missingPage, notLoggedIn, refusal, v3 } from './answers.ts';
import type { Flag, NodebbWorld, User } from './nodebb-world.ts';
import { Rendering } from './render.ts';

/** Every field of a call that changes something, as carried out. */
export type Carried = (
  kind: 'report.assign' | 'report.resolve' | 'report.reopen' | 'report.note',
  target: number,
) => void;

const states = ['open', 'wip', 'resolved', 'rejected'];

/** Routes about flags, or null where the path is none of them. */
export function answerFlags(
  world: NodebbWorld,
  call: IncomingCall,
  user: User | null,
  carried: Carried,
): Answer | null {
  const { path } = call;
  if (path === '/api/flags') return listFlags(world, call, user);
  const page = /^\/api\/flags\/(\w+)$/.exec(path)?.[1];
  if (page !== undefined) return showFlag(world, Number(page), user);
  const [, id, rest = ''] = /^\/api\/v3\/flags\/(\w+)(\/notes(?:\/\d+)?)?$/.exec(path) ?? [];
  if (id === undefined) return null;
  if (user === null) return notLoggedIn;
  const flag = world.flags.get(Number(id));
  if (!flag || !world.maySee(user, flag)) return refusal(404, 'Flag does not exist');
  const rendering = new Rendering(world);
  const body = (call.json ?? {}) as { state?: unknown; assignee?: unknown; note?: unknown };
  if (rest === '/notes' && call.method === 'POST') {
    world.note(flag.flagId, user.uid, String(body.note));
    carried('report.note', flag.flagId);
    return v3({ notes: rendering.flag(flag).notes, history: rendering.history(flag) });
  }
  if (rest.startsWith('/notes/') && call.method === 'DELETE') {
    const at = Number(rest.slice('/notes/'.length));
    const note = flag.notes.find((one) => one.at === at);
    if (!note) return refusal(400, 'Invalid Data');
    if (note.uid !== user.uid) return refusal(403, 'You do not have enough privileges for this action.');
    world.removeNote(flag.flagId, user.uid, at);
    return v3({ notes: rendering.flag(flag).notes, history: rendering.history(flag) });
  }
  if (call.method === 'PUT') {
    const state = typeof body.state === 'string' ? body.state : undefined;
    const assignee = body.assignee === undefined ? undefined : String(body.assignee);
    const changes = flag.history.length;
    world.update(flag.flagId, user.uid, { state, assignee });
    if (state !== undefined) carried(state === 'open' ? 'report.reopen' : 'report.resolve', flag.flagId);
    if (assignee !== undefined && flag.history.length > changes) carried('report.assign', flag.flagId);
    return v3({ history: rendering.history(flag) });
  }
  return v3(rendering.flag(flag));
}

function listFlags(world: NodebbWorld, { query }: IncomingCall, user: User | null): Answer {
  if (user === null) return notLoggedIn;
  if (!world.isTeam(user)) return forbiddenPage('/flags');
  const listed = selected(world, query).filter((flag) => world.maySee(user, flag));
  if (query.get('sort') === 'oldest') listed.reverse();
  const page = Math.abs(Number(query.get('page')) || 1);
  const perPage = Math.abs(Number(query.get('perPage')) || 20);
  const rendering = new Rendering(world);
  return {
    status: 200,
    json: {
      flags: listed.slice((page - 1) * perPage, page * perPage).map((flag) => rendering.row(flag)),
      count: listed.length,
      analytics: [],
      filters: { page, perPage },
      sort: query.get('sort') ?? 'newest',
      pagination: { currentPage: page, pageCount: Math.max(1, Math.ceil(listed.length / perPage)) },
    },
  };
}

/** Newest first. What the version does not take for a filter is ignored, and then the list is that of all flags. */
function selected(world: NodebbWorld, query: URLSearchParams): Flag[] {
  const filter = filterOf(world, query);
  if (filter.length === 0) return [...world.flags.values()].sort((a, b) => b.datetime - a.datetime);
  const scores = new Map<number, number>();
  for (const state of filter) {
    for (const [id, at] of world.byState.get(state) ?? []) scores.set(id, Math.max(at, scores.get(id) ?? 0));
  }
  const ids = [...scores].sort(([, a], [, b]) => b - a).map(([id]) => id);
  return ids.flatMap((id) => world.flags.get(id) ?? []);
}

function filterOf(world: NodebbWorld, query: URLSearchParams): string[] {
  const wanted = query.getAll('state');
  if (world.version === '4.11') return [...wanted, ...(query.get('quick') === 'unresolved' ? ['open', 'wip'] : [])];
  return wanted.length === 1 && states.includes(wanted[0] ?? '') ? wanted : [];
}

/** The page of a flag, with its history and who may be given it. */
function showFlag(world: NodebbWorld, id: number, user: User | null): Answer {
  const flag = world.flags.get(id);
  if (!flag || !user || !world.maySee(user, flag)) return missingPage(`/flags/${id}`, user === null);
  const rendering = new Rendering(world);
  return {
    status: 200,
    json: {
      ...rendering.flag(flag),
      history: rendering.history(flag),
      type_path: flag.type === 'post' ? 'post' : 'uid',
      assignees: rendering.assignees(flag),
      states: { open: { label: '[[flags:state-open]]', class: 'danger' } },
      title: `[[pages:flag-details, ${id}]]`,
      loggedIn: true,
      loggedInUser: rendering.user(user),
    },
  };
}

import { RemoteValue, ShapeError } from '../decode/remote-value.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { RemotePost } from '../platform.ts';
import { decodePerson, unknownStanding } from './decode-account.ts';
import { ancestorsOf, decodeComment, decodePost } from './decode-post.ts';
import { getOrNull } from './get-or-null.ts';
import { readObjectId } from './remote-ids.ts';
import type { LemmyServer } from './server.ts';

/** Answers that are shown after a reported post or comment. */
const answersShown = 6;

/**
 * What stands around a post or comment: the post and the comment it answers, then the first answers to it. At most four
 * requests. A private message has no surroundings that Lemmy would show.
 */
export async function readThread(
  http: HttpClient,
  server: LemmyServer,
  postRemoteId: string,
  signal: AbortSignal,
): Promise<readonly RemotePost[]> {
  const object = readObjectId(postRemoteId);
  if (object?.kind === 'post') return await readAnswers(http, server, `post_id=${object.id}`, null, signal);
  if (object?.kind !== 'comment') return [];
  const view = await readComment(http, server, object.id, signal);
  if (view === null) return [];
  const parent = ancestorsOf(view.at('comment')).at(-1);
  const above = parent === undefined ? null : await readComment(http, server, parent, signal);
  return [
    ...(await readPostOf(view, http, server, signal)),
    ...(above === null ? [] : decodeComments([above], server)),
    ...(await readAnswers(http, server, `parent_id=${object.id}`, object.id, signal)),
  ];
}

/**
 * The post inside a comment's view, with its author, whom the view does not name. The post itself is not asked for: that would
 * mark it as read in the moderator's account.
 */
async function readPostOf(
  view: RemoteValue,
  http: HttpClient,
  { dialect, languages }: LemmyServer,
  signal: AbortSignal,
): Promise<RemotePost[]> {
  const author = view.at('post').isObject ? view.at('post').at('creator_id').numberOr(null) : null;
  if (author === null) return [];
  const path = `${dialect.base}${dialect.personPath}?person_id=${author}`;
  const body = new RemoteValue(await getOrNull(http, path, signal));
  return readable(() => {
    const person = body.isObject ? body.at('person_view').at('person') : body;
    return person.isObject ? [decodePost(view.at('post'), decodePerson(person, unknownStanding), languages)] : [];
  });
}

async function readComment(
  http: HttpClient,
  { dialect }: LemmyServer,
  id: number,
  signal: AbortSignal,
): Promise<RemoteValue | null> {
  const body = new RemoteValue(await getOrNull(http, `${dialect.base}/comment?id=${id}`, signal));
  const view = body.isObject ? body.at('comment_view') : null;
  return view?.isObject && view.at('comment').isObject ? view : null;
}

async function readAnswers(
  http: HttpClient,
  server: LemmyServer,
  about: string,
  except: number | null,
  signal: AbortSignal,
): Promise<RemotePost[]> {
  const { dialect } = server;
  // The list of what is below a comment begins with the comment itself.
  const path = `${dialect.base}/comment/list?${about}&${dialect.oldestComments}&limit=${answersShown + 1}`;
  const body = new RemoteValue(await getOrNull(http, path, signal));
  if (!body.isObject) return [];
  const list = body.at(dialect.name === 'v3' ? 'comments' : 'items').listOrNone();
  const views = list.filter((view) => view.isObject && view.at('comment').isObject);
  const others = views.filter((view) => view.at('comment').at('id').numberOr(null) !== except);
  return decodeComments(others, server).slice(0, answersShown);
}

function decodeComments(views: readonly RemoteValue[], { languages }: LemmyServer): RemotePost[] {
  return views.flatMap((view) =>
    readable(() => [decodeComment(view.at('comment'), decodePerson(view.at('creator'), unknownStanding), languages)]),
  );
}

/** Surroundings are a help, not evidence: what can't be read is left out. */
function readable(decode: () => RemotePost[]): RemotePost[] {
  try {
    return decode();
  } catch (error) {
    if (error instanceof ShapeError) return [];
    throw error;
  }
}

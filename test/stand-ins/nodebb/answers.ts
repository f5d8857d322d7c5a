import type { Answer } from '../../../electron/data/practice/http/answer.ts';

/** What NodeBB's write interface wraps everything in. */
export function v3(response: unknown): Answer {
  return { status: 200, json: { status: { code: 'ok', message: 'OK' }, response } };
}

const codes: Readonly<Record<number, string>> = {
  400: 'bad-request',
  401: 'not-authorised',
  403: 'forbidden',
  404: 'not-found',
};

/** A refusal of the write interface. Its words are in the asker's language: nothing may depend on them. */
export function refusal(status: number, message: string): Answer {
  return { status, json: { status: { code: codes[status] ?? 'internal-server-error', message }, response: {} } };
}

/** A page that is refused on the read interface. */
export function forbiddenPage(path: string): Answer {
  return {
    status: 403,
    json: {
      path,
      loggedIn: true,
      title: '[[global:403.title]]',
      bodyClass: `page${path.replaceAll('/', '-')} page-status-403 theme-harmony user-loggedin`,
    },
  };
}

/** The read interface says that something is missing in plain text, to guests with a page. */
export function missingPage(path: string, isGuest: boolean): Answer {
  if (!isGuest) return { status: 404, text: { type: 'text/plain; charset=utf-8', body: 'Not found' } };
  return { status: 404, json: { path, title: '[[global:404.title]]', bodyClass: 'page-status-404 user-guest' } };
}

/** The master token without a name to act under: a fault of the server, as NodeBB has it. */
export function masterWithoutName(path: string): Answer {
  return {
    status: 500,
    json: { path, error: '[[error:api.master-token-no-uid]]', bodyClass: 'page-status-500 theme-harmony user-guest' },
  };
}

export const notLoggedIn: Answer = refusal(401, 'A valid login session was not found. Please log in and try again.');

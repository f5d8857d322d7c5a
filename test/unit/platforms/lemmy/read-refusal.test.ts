import { describe, expect, it } from 'vitest';
import { answerError } from '../../../../electron/data/platforms/http/answer-error.ts';
import { readLemmyRefusal } from '../../../../electron/data/platforms/lemmy/read-refusal.ts';

const now = Date.UTC(2026, 2, 2, 12);

/** What becomes of an answer, as the client makes it. */
function errorOf(status: number, body: unknown, headers: Record<string, string> = {}, writes = false) {
  const response = new Response(null, { status, headers });
  const meant = readLemmyRefusal({ status, headers: response.headers, body });
  return answerError(response, { writes, paged: false, now, meant });
}

describe('refusals of Lemmy', () => {
  it.each([
    ['not_a_mod_or_admin', 'forbidden'],
    ['not_an_admin', 'forbidden'],
    ['not_logged_in', 'unauthorized'],
    ['incorrect_login', 'unauthorized'],
    ['rate_limit_error', 'rate-limited'],
    ['couldnt_find_post_report', 'not-found'],
    ['couldnt_find_person', 'not-found'],
    ['not_found', 'not-found'],
    ['couldnt_update_comment', 'refused'],
    ['a_word_of_a_newer_version', 'refused'],
  ] as const)('%s with status 400 means %s', (error, code) => {
    expect(errorOf(400, { error })).toMatchObject({ code, reason: error, status: 400, mayHaveArrived: false });
  });

  it('leaves it open whether a call arrived that broke inside', () => {
    const body = { error: 'unknown', message: 'connection pool timed out' };
    expect(errorOf(400, body, {}, true)).toMatchObject({ code: 'server-error', mayHaveArrived: true });
    expect(errorOf(400, body)).toMatchObject({ code: 'server-error', mayHaveArrived: false });
  });

  it('waits as long as 1.0 says, with an empty body', () => {
    const headers = { 'x-ratelimit-limit': '180', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '37' };
    expect(errorOf(429, null, headers)).toMatchObject({ code: 'rate-limited', retryAt: now + 37_000, reason: null });
  });

  it('prefers Retry-After where there is one, and waits a minute where nothing is said', () => {
    expect(errorOf(429, null, { 'x-ratelimit-reset': '37', 'retry-after': '5' }).retryAt).toBe(now + 5_000);
    expect(errorOf(400, { error: 'rate_limit_error' }).retryAt).toBe(now + 60_000);
  });

  it.each([null, 'busy', ['x'], { error: 5 }, { error: 'Token of somebody@example' }, {}])(
    'goes by the status where no word is given: %j',
    (body) => {
      expect(errorOf(403, body)).toMatchObject({ code: 'forbidden', reason: null });
    },
  );
});

import type { Answer } from '../../../electron/data/practice/http/answer.ts';

/** Refusals as Discourse words them; the texts are in the asker's language there, so nobody may rely on them. */
export function refused(status: number, kind: string | null, text = 'No.'): Answer {
  return { status, json: { errors: [text], ...(kind !== null && { error_type: kind }) } };
}

export const notFound = (): Answer => refused(404, 'not_found', 'The requested URL or resource could not be found.');
export const noAccess = (): Answer =>
  refused(403, 'invalid_access', 'You are not permitted to view the requested resource.');
export const notLoggedIn = (): Answer => refused(403, 'not_logged_in', 'You need to be logged in to do that.');
/** A reviewable's version is not the one the caller knows, or a topic has been claimed. */
export const conflict = (): Answer =>
  refused(409, null, 'There was an update conflict preventing you from doing that.');

/** The site's limit for keys, in JSON. */
export function tooManyByKey(seconds: number): Answer {
  const headers = { 'retry-after': String(seconds), 'discourse-rate-limit-error-code': 'admin_api_key_rate_limit' };
  const extras = { wait_seconds: seconds, time_left: `${seconds} seconds` };
  return { status: 429, headers, json: { errors: ['Slow down.'], error_type: 'rate_limit', extras } };
}

/** The limit by address, which answers before the site does: in plain text. */
export function tooManyByAddress(seconds: number): Answer {
  const code = 'ip_10_secs_limit';
  const body = `Slow down, you're making too many requests.\nPlease retry again in ${seconds} seconds.\nError code: ${code}.\n`;
  const headers = { 'retry-after': String(seconds), 'discourse-rate-limit-error-code': code };
  return { status: 429, headers, text: { type: 'text/plain', body } };
}

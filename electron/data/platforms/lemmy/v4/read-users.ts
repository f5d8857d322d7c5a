import type { HttpClient } from '../../http/http-client.ts';
import { collectTimes } from '../lists/collect-times.ts';
import { readCursorList } from '../lists/cursor-list.ts';

/** When the accounts of this server were made, newest first, back to an instant. */
export function readSignUpTimes(
  http: HttpClient,
  { from, signal }: { readonly from: number; readonly signal: AbortSignal },
): Promise<readonly number[]> {
  const asked = { path: '/api/v4/admin/users', filter: { sort: 'new' } };
  return collectTimes('person', from, (place) => readCursorList(http, asked, { place, signal }, (raw) => raw));
}

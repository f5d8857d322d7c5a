import type { HttpClient } from '../../http/http-client.ts';
import { collectTimes } from '../lists/collect-times.ts';
import { readOffsetList } from '../lists/offset-list.ts';
import { listOf, numberAt, query } from '../lists/raw-list.ts';

const field = 'registration_application';

/**
 * When people applied for an account, newest first, back to an instant. 0.19 lists no accounts, but where accounts have to be
 * applied for, every one of them stands in the list of applications. Elsewhere the list is empty.
 */
export function readApplicationTimes(
  http: HttpClient,
  { from, signal }: { readonly from: number; readonly signal: AbortSignal },
): Promise<readonly number[]> {
  return collectTimes(field, from, (place) =>
    readOffsetList('newest', place, async (window) => {
      const asked = query({ page: String(window.page), limit: String(window.limit) });
      const path = `/api/v3/admin/registration_application/list?${asked}`;
      const raws = listOf((await http.send({ method: 'GET', path, signal })).body, 'registration_applications');
      return { entries: raws, numbers: raws.map((raw) => numberAt(raw, field)) };
    }),
  );
}

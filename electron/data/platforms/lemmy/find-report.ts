import { decodeAnswer } from '../decode/decode-items.ts';
import { RemoteValue } from '../decode/remote-value.ts';
import type { HttpClient } from '../http/http-client.ts';
import { PlatformError, type RemoteReport } from '../platform.ts';
import { decodeReport } from './decode-report.ts';
import type { ReportEntry } from './dialect.ts';
import { getOrNull } from './get-or-null.ts';
import { type ListPage, type Place, readFrom } from './lists/list-page.ts';
import type { ReportRef } from './remote-ids.ts';
import { numberOf } from './report-lists.ts';
import type { LemmyServer } from './server.ts';

/**
 * The report as it stands now, found in the list of those about the same thing: there is no way to ask for one. Null when it
 * surely is no more. Rejects with `forbidden` where it may only be out of our sight, and `refused` where the server lets
 * nobody read so far back.
 */
export async function findReport(
  http: HttpClient,
  server: LemmyServer,
  ref: ReportRef,
  signal: AbortSignal,
): Promise<RemoteReport | null> {
  // One answer without it proves nothing: lists move while they are read. Two in a row do.
  const found = (await findReportView(http, server, ref, signal)) ?? (await findReportView(http, server, ref, signal));
  if (found !== null) return decodeAnswer(found, (view) => decodeReport(ref.kind, view, found, server.languages));
  await requireSight(http, server, ref, signal);
  return null;
}

/** The view of the report as it came, or null when one reading of the list did not have it. */
export async function findReportView(
  http: HttpClient,
  server: LemmyServer,
  ref: ReportRef,
  signal: AbortSignal,
): Promise<unknown> {
  for (let place: Place | null = null; ; ) {
    const page: ListPage<ReportEntry> = await readFrom(place, (at) =>
      server.dialect.readReportsAbout(http, ref, { place: at, signal }),
    );
    const entry = page.entries.find((one) => one.kind === ref.kind && numberOf(one) === ref.id);
    if (entry) return entry.raw;
    // Numbers grow with time, so a whole page of older ones means that it would have come by now.
    const isPast = page.entries.length > 0 && page.entries.every((one) => (numberOf(one) ?? ref.id) < ref.id);
    if (isPast || (page.next === null && !page.isCut)) return null;
    if (page.isCut) throw new PlatformError('refused', { reason: 'list_ends_early' });
    place = page.next;
  }
}

/**
 * An administrator sees every report. A moderator sees those of their communities: one that is missing is gone when its post
 * is gone, or when it would have to be in one of them. Asking for the post marks it as read in the moderator's account, so it
 * is asked for only here.
 */
async function requireSight(
  http: HttpClient,
  server: LemmyServer,
  { kind, about }: ReportRef,
  signal: AbortSignal,
): Promise<void> {
  if (server.isAdmin) return;
  const post = kind === 'post' || kind === 'comment' ? about[0] : undefined;
  if (post === undefined) throw new PlatformError('forbidden', { reason: 'not_an_admin' });
  const body = await getOrNull(http, `${server.dialect.base}/post?id=${post}`, signal);
  if (body === null) return;
  const community = decodeAnswer(body, () =>
    new RemoteValue(body).at('post_view').at('post').at('community_id').numberOr(null),
  );
  if (community === null || !server.moderates.has(community))
    throw new PlatformError('forbidden', { reason: 'not_a_mod_or_admin' });
}

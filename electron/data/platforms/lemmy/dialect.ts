import type { HttpClient } from '../http/http-client.ts';
import type { ListPage, Order, Place } from './lists/list-page.ts';
import type { ReportKind, ReportRef } from './remote-ids.ts';

/** Whom we are on the server and what we look after there. */
export interface Rights {
  readonly isAdmin: boolean;
  /** Numbers of the communities that we moderate. */
  readonly moderates: ReadonlySet<number>;
}

/** A report of a list, not yet decoded. `kind` null: one that this version of Hearth does not know. */
export interface ReportEntry {
  readonly kind: ReportKind | null;
  readonly raw: unknown;
}

/** A post or a comment of a list, not yet decoded. */
export interface ActivityEntry {
  readonly kind: 'post' | 'comment';
  readonly raw: unknown;
}

/** Which of the server's lists to read, from which end, and where to go on. */
export interface ReadList {
  readonly list: string;
  readonly order: Order;
  readonly place: Place | null;
  readonly signal: AbortSignal;
}

/**
 * One version of Lemmy's interface. What both can do goes through the same code; here is only how they say it. Each page that
 * a list gives joins on to the one before: nothing between them is left out, some of it may come again.
 */
export interface Dialect {
  readonly name: 'v3' | 'v4';
  readonly base: string;
  /** Every call on a person has to give a reason, be it empty. */
  readonly reasonIsNeeded: boolean;
  readonly banPath: string;
  /** Name of the flag that takes what somebody wrote away with them. Never set. */
  readonly dataFlag: string;
  readonly personPath: string;
  readonly oldestComments: string;
  /** The lists that together hold every report these rights may see. */
  reportLists(rights: Rights): readonly string[];
  /** Reports of every state, newest first. */
  readReports(http: HttpClient, at: ReadList): Promise<ListPage<ReportEntry>>;
  /** Open reports, oldest first. */
  readOpenReports(http: HttpClient, at: ReadList): Promise<ListPage<ReportEntry>>;
  /** Reports about what this one is about, and in old versions perhaps others, newest first. */
  readReportsAbout(
    http: HttpClient,
    ref: ReportRef,
    at: Omit<ReadList, 'list' | 'order'>,
  ): Promise<ListPage<ReportEntry>>;
  /** Lists of posts and comments in the communities that these rights look after. */
  readonly activityLists: readonly ('post' | 'comment')[];
  /** Posts or comments, newest first. */
  readActivities(
    http: HttpClient,
    rights: Rights,
    at: Omit<ReadList, 'list' | 'order'> & { readonly list: 'post' | 'comment' },
  ): Promise<ListPage<ActivityEntry>>;
  /** When people signed up, back to an instant, in milliseconds. Administrators only. */
  readSignUps(
    http: HttpClient,
    at: { readonly from: number; readonly signal: AbortSignal },
  ): Promise<readonly number[]>;
}

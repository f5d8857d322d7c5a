import type { RemoteId } from '../../../../shared/domain/ids.ts';

/** What can be reported. `message` is a private message; reports on communities exist from 1.0 on. */
export const reportKinds = ['post', 'comment', 'message', 'community'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** A report, with what it takes to find it again: Lemmy answers no question about one report. */
export interface ReportRef {
  readonly kind: ReportKind;
  readonly id: number;
  /** The post; the post and the comment; the community; nothing for a private message. */
  readonly about: readonly number[];
}

/**
 * Lemmy counts reports per kind, so the kind belongs to the id. What follows the `@` is what it is about: a report's object
 * never changes, it narrows the list to a few items, and both versions of the interface can use it, so that an upgrade of
 * the server changes no id. Such as "post:7@31", "comment:3@31.44", "message:5", "community:1@2".
 */
export function reportRemoteId({ kind, id, about }: ReportRef): RemoteId {
  return about.length === 0 ? `${kind}:${id}` : `${kind}:${id}@${about.join('.')}`;
}

/** The report that an id stands for, or null when it is none of ours. */
export function readReportId(remoteId: RemoteId): ReportRef | null {
  const match = /^(post|comment|message|community):(\d{1,15})(?:@(\d{1,15}(?:\.\d{1,15})?))?$/.exec(remoteId);
  if (!match) return null;
  const [, kind, id, about] = match;
  return { kind: kind as ReportKind, id: Number(id), about: about === undefined ? [] : about.split('.').map(Number) };
}

/** The id of a post, comment, private message or community, all of which Lemmy counts apart. */
export function objectRemoteId(kind: ReportKind, id: number): RemoteId {
  return `${kind}:${id}`;
}

/** What an id of objectRemoteId stands for, or null. */
export function readObjectId(remoteId: RemoteId): { readonly kind: ReportKind; readonly id: number } | null {
  const match = /^(post|comment|message|community):(\d{1,15})$/.exec(remoteId);
  return match ? { kind: match[1] as ReportKind, id: Number(match[2]) } : null;
}

/** A person's number, or null for what is no person, such as a community. */
export function readPersonId(remoteId: RemoteId): number | null {
  return /^\d{1,15}$/.test(remoteId) ? Number(remoteId) : null;
}

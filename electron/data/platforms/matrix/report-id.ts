import type { Instant, RemoteId } from '../../../../shared/domain/ids.ts';

export const reportKinds = ['event', 'user'] as const;
/** Synapse keeps reports about messages and reports about people in two lists, each with numbers of its own. */
export type ReportKind = (typeof reportKinds)[number];

export interface ReportId {
  readonly kind: ReportKind;
  readonly number: string;
  readonly receivedAt: Instant;
}

/**
 * A report as Hearth names it: "event:33@1795363206200". The time belongs to it, because Synapse gives a number out again:
 * when the newest reports were deleted and the server starts, it counts on from the highest that is left (IdGenerator in
 * synapse/storage/util/id_generators.py). By number alone a new complaint would pass for an answered one.
 */
export function formatReportId({ kind, number, receivedAt }: ReportId): RemoteId {
  return `${kind}:${number}@${receivedAt}`;
}

/** Reads a name made by formatReportId; null when it is none. */
export function parseReportId(remoteId: RemoteId): ReportId | null {
  const [, kind, number, at] = /^(event|user):(\d+)@(\d+)$/.exec(remoteId) ?? [];
  if (kind === undefined || number === undefined) return null;
  return { kind: kind as ReportKind, number, receivedAt: Number(at) };
}

import { type ReportKind, reportKinds } from './report-id.ts';
import { readWalkPlace, type WalkPlace, walkStart } from './walk-by-time.ts';

/** Where a reading of the open list stands. */
export interface OpenPlace {
  readonly kind: ReportKind;
  readonly at: WalkPlace;
}

/** Where the reading of new reports stands, in both lists; `kind` is the one whose turn it is. */
export interface NewPlace {
  readonly kind: ReportKind;
  readonly event: WalkPlace;
  readonly user: WalkPlace;
}

/** A place as an opaque cursor. */
export function writePlace(place: OpenPlace | NewPlace): string {
  return JSON.stringify(place);
}

/** The place a cursor stands for; one that can't be read starts from the beginning. */
export function readOpenPlace(cursor: string | null): OpenPlace {
  const read = parsed(cursor);
  const at = readWalkPlace(read?.at);
  return isKind(read?.kind) && at ? { kind: read.kind, at } : { kind: 'event', at: walkStart };
}

/** The place a cursor stands for; one that can't be read starts from the beginning. */
export function readNewPlace(cursor: string | null): NewPlace {
  const read = parsed(cursor);
  const [event, user] = [readWalkPlace(read?.event), readWalkPlace(read?.user)];
  return isKind(read?.kind) && event && user
    ? { kind: read.kind, event, user }
    : { kind: 'event', event: walkStart, user: walkStart };
}

type Unproven = { readonly [Field in 'kind' | 'at' | 'event' | 'user']?: unknown };

function parsed(cursor: string | null): Unproven | null {
  if (cursor === null) return null;
  try {
    const value: unknown = JSON.parse(cursor);
    return typeof value === 'object' ? (value as Unproven | null) : null;
  } catch {
    return null;
  }
}

function isKind(value: unknown): value is ReportKind {
  return (reportKinds as readonly unknown[]).includes(value);
}

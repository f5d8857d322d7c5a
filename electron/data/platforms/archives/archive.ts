import type { ActivityKind } from '../../../../shared/domain/activity.ts';
import type { Instant } from '../../../../shared/domain/ids.ts';
import type { ArchiveSourceId } from '../../../../shared/ipc/topics/archives.ts';
import type { LocalDays } from '../../health/calendar/local-days.ts';
import type { NewActivity } from '../../store/activities/new-activity.ts';
import type { RejectReason } from '../files/reject-reasons.ts';

/** One readable file of an archive: the chosen file itself, or an entry of a zip. */
export interface ArchiveDocument {
  /** Path inside the archive, with forward slashes. */
  readonly name: string;
  /** Size as it is read, so unpacked. */
  readonly bytes: number;
  /** The content from the start, as often as asked. Rejects with HearthError `file-unreadable` or `archive-damaged`. */
  read(): AsyncIterable<Uint8Array>;
}

/** Somebody as an archive names them. Lives in memory only: what is stored is decided at the door (people-door.ts). */
export interface ArchivePerson {
  /** What tells them apart from everybody else of the same source: a number where there is one, else the name. */
  readonly id: string;
  readonly handle: string;
  readonly name: string;
}

/** A dated act of somebody. */
export interface ArchiveAct {
  readonly type: 'act';
  readonly who: ArchivePerson;
  readonly at: Instant;
  /** `joined` is kept as being seen, and as the day from which they are a member. */
  readonly act: ActivityKind | 'joined';
  /** Its id in the source, or null where it has none. What is said (post, reply, message) shares one series of ids. */
  readonly id: string | null;
  /** The id of what it answers. */
  readonly answers: string | null;
  /** Whom it is directed at, where the archive says so itself; else the author of what it answers is looked up. */
  readonly to: ArchivePerson | null;
  readonly space: string | null;
  readonly thread: string | null;
}

/** A number for a local day, made by the platform or counted over what an archive holds without authors. */
export interface ArchiveFigure {
  readonly type: 'figure';
  /** `<source>.<name>`. */
  readonly key: string;
  readonly dimension: string;
  /** Local day number. */
  readonly day: number;
  readonly unit: 'day' | 'week' | 'month';
  readonly value: number;
}

/** What is not taken on purpose. */
export const leftOutReasons = ['bot', 'system', 'private', 'not-a-person', 'unnamed', 'undated'] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** An activity out of Hearth's own export: keys and all, so that nothing has to be guessed again. */
export interface OwnActivity {
  readonly type: 'own';
  readonly activity: Omit<NewActivity, 'day'>;
  /** It comes from a community with pseudonyms: nobody is to be disguised a second time, or they would be two people. */
  readonly isDisguised: boolean;
}

/** Somebody out of Hearth's own export, with what was known of them beside their activities. */
export interface OwnMember {
  readonly type: 'member';
  readonly remoteId: string;
  readonly handle: string;
  readonly name: string;
  readonly joinedAt: Instant | null;
  readonly isBot: boolean;
  readonly isDisguised: boolean;
}

export type ArchiveItem =
  | ArchiveAct
  | OwnActivity
  | OwnMember
  | ArchiveFigure
  | { readonly type: 'left-out'; readonly why: LeftOutReason }
  /** An account that turned out to be automated: what it did before in this archive must not count either. */
  | { readonly type: 'bot'; readonly who: ArchivePerson }
  | { readonly type: 'reject'; readonly reason: RejectReason };

/** Items in the order of the archive. `bytes` of all documents together are read when they come. */
export interface ArchiveBlock {
  readonly items: readonly ArchiveItem[];
  readonly bytes: number;
}

export interface ReadingContext {
  /** Zone of times that carry no offset, and of the days that figures are counted by. */
  readonly days: LocalDays;
  readonly now: Instant;
  readonly signal: AbortSignal;
}

/** A kind of archive: how it is known, and how it is read. */
export interface ArchiveSource {
  readonly id: ArchiveSourceId;
  /**
   * Those of the documents that hold what is taken, in reading order; empty where this is another kind of archive. `file` is
   * the chosen file as it is, packed if it is.
   */
  recognise(documents: readonly ArchiveDocument[], file: ArchiveDocument): Promise<readonly ArchiveDocument[]>;
  /**
   * Reads the recognised documents. Throws HearthError `archive-cut-off`, `archive-damaged`, `file-encoding`,
   * `archive-private`; everything before that has been yielded.
   */
  read(documents: readonly ArchiveDocument[], context: ReadingContext): AsyncGenerator<ArchiveBlock>;
}

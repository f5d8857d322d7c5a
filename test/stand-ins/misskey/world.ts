/** What a stand-in for Misskey holds. Identifiers are made as Misskey's "aidx" are: time since 2000, node, counter. */
export interface MisskeyUser {
  readonly id: string;
  readonly createdAt: number;
  readonly username: string;
  readonly host: string | null;
  readonly name: string | null;
  readonly isBot: boolean;
  isSuspended: boolean;
  isSilenced: boolean;
  readonly isModerator: boolean;
}

export interface MisskeyNote {
  readonly id: string;
  readonly createdAt: number;
  readonly userId: string;
  text: string | null;
  readonly cw: string | null;
  readonly replyId: string | null;
  readonly renoteId: string | null;
  readonly visibility: 'public' | 'home' | 'followers' | 'specified';
  /** Its author lets nobody see older notes (`makeNotesHiddenBefore`). */
  isHidden: boolean;
  updatedAt: number | null;
}

export interface MisskeyReport {
  readonly id: string;
  readonly createdAt: number;
  readonly comment: string;
  readonly reporterId: string;
  readonly targetUserId: string;
  assigneeId: string | null;
  resolved: boolean;
  resolvedAs: 'accept' | 'reject' | null;
  /** One text of the whole team. */
  moderationNote: string;
  forwarded: boolean;
}

export interface MisskeyToken {
  readonly token: string;
  readonly userId: string;
  /** Null for an account's own token, which may everything. */
  readonly permissions: readonly string[] | null;
  readonly session: string | null;
  fetched: boolean;
}

/** An action that was carried out, in Misskey's words. */
export interface MisskeyDeed {
  readonly endpoint: string;
  readonly targetId: string;
}

const since = Date.UTC(2000, 0);

export class MisskeyWorld {
  readonly users: MisskeyUser[] = [];
  readonly notes: MisskeyNote[] = [];
  readonly reports: MisskeyReport[] = [];
  readonly tokens: MisskeyToken[] = [];
  readonly deeds: MisskeyDeed[] = [];
  readonly rules: string[] = ['Be kind', 'No outing'];
  clock: number;
  #counter = 0;

  constructor(startsAt: number) {
    this.clock = startsAt;
  }

  /** A new identifier at this time. */
  id(at: number): string {
    this.#counter += 1;
    const time = Math.max(0, at - since)
      .toString(36)
      .padStart(8, '0');
    return `${time}hear${this.#counter.toString(36).padStart(4, '0')}`;
  }

  /** Time passes; nothing happens at the same millisecond as something else. */
  tick(ms = 1): number {
    this.clock += ms;
    return this.clock;
  }

  addUser(username: string, more: Partial<Omit<MisskeyUser, 'id' | 'createdAt'>> = {}): MisskeyUser {
    const createdAt = this.tick();
    const user: MisskeyUser = {
      id: this.id(createdAt),
      createdAt,
      username,
      host: null,
      name: `The ${username}`,
      isBot: false,
      isSuspended: false,
      isSilenced: false,
      isModerator: false,
      ...more,
    };
    this.users.push(user);
    return user;
  }

  addNote(userId: string, text: string | null, more: Partial<Omit<MisskeyNote, 'id' | 'userId'>> = {}): MisskeyNote {
    const createdAt = more.createdAt ?? this.tick();
    const note: MisskeyNote = {
      id: this.id(createdAt),
      userId,
      text,
      cw: null,
      replyId: null,
      renoteId: null,
      visibility: 'public',
      isHidden: false,
      updatedAt: null,
      ...more,
      createdAt,
    };
    this.notes.push(note);
    return note;
  }

  addReport(
    reporterId: string,
    targetUserId: string,
    comment: string,
    more: Partial<Pick<MisskeyReport, 'createdAt' | 'resolved' | 'assigneeId' | 'resolvedAs'>> = {},
  ): MisskeyReport {
    const createdAt = more.createdAt ?? this.tick();
    const report: MisskeyReport = {
      id: this.id(createdAt),
      comment,
      reporterId,
      targetUserId,
      assigneeId: null,
      resolved: false,
      resolvedAs: null,
      moderationNote: '',
      forwarded: false,
      ...more,
      createdAt,
    };
    this.reports.push(report);
    return report;
  }

  addToken(userId: string, permissions: readonly string[] | null, session: string | null = null): MisskeyToken {
    const token = { token: `token${this.id(this.tick())}`, userId, permissions, session, fetched: false };
    this.tokens.push(token);
    return token;
  }

  user(id: unknown): MisskeyUser | undefined {
    return this.users.find((one) => one.id === id);
  }

  /** Followers are nobody here, so that only the author sees what is not for everybody. Who moderates sees no more than others. */
  isVisible(note: MisskeyNote, meId: string): boolean {
    return note.visibility === 'public' || note.visibility === 'home' || note.userId === meId;
  }

  note(id: unknown): MisskeyNote | undefined {
    return this.notes.find((one) => one.id === id);
  }

  report(id: unknown): MisskeyReport | undefined {
    return this.reports.find((one) => one.id === id);
  }

  /** As AbuseReportService does it: whoever comes later overwrites. */
  resolve(report: MisskeyReport, moderatorId: string, as: MisskeyReport['resolvedAs']): void {
    report.resolved = true;
    report.assigneeId = moderatorId;
    report.resolvedAs = as;
  }

  /** An account that is deleted takes its notes and the reports about it along. */
  deleteUser(id: string): void {
    remove(this.users, (one) => one.id === id);
    remove(this.notes, (one) => one.userId === id);
    remove(this.reports, (one) => one.targetUserId === id || one.reporterId === id);
  }

  deleteNote(id: string): void {
    remove(this.notes, (one) => one.id === id);
  }
}

function remove<Item>(list: Item[], matches: (item: Item) => boolean): void {
  for (let at = list.length - 1; at >= 0; at -= 1) if (matches(list[at]!)) list.splice(at, 1);
}

import type { Flag, HistoryEntry, NodebbWorld, Post, User } from './nodebb-world.ts';

type Json = Readonly<Record<string, unknown>>;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '"': '&quot;',
  "'": '&#x27;',
  '<': '&lt;',
  '>': '&gt;',
  '/': '&#x2F;',
  '\\': '&#x5C;',
  '`': '&#96;',
};

function escaped(text: string): string {
  return text.replace(/[&"'<>/\\`]/g, (found) => escapes[found] ?? found);
}

/** How one version writes things: 4.11 ids of flags as text and words escaped, 4.15 numbers and words as they are. */
export class Rendering {
  readonly #world: NodebbWorld;

  constructor(world: NodebbWorld) {
    this.#world = world;
  }

  id(value: number): number | string {
    return this.#world.version === '4.11' ? String(value) : value;
  }

  words(text: string): string {
    return this.#world.version === '4.11' ? escaped(text) : text;
  }

  /** The few fields that stand in reports, notes and history. */
  smallUser(uid: number): Json {
    const user = this.#world.users.get(uid);
    if (!user) {
      return { uid: 0, username: '[[global:former-user]]', userslug: '', displayname: '[[global:former-user]]' };
    }
    const username = this.words(user.username);
    return {
      username,
      userslug: user.username,
      picture: null,
      uid,
      displayname: username,
      isLocal: true,
      'icon:bgColor': '#e91e63',
      'icon:text': 'A',
    };
  }

  user(user: User): Json {
    const about = this.#world.version === '4.11' ? escaped(String(user.aboutme)) : user.aboutme;
    const title = { administrator: 'administrators', 'global-moderator': 'Global Moderators' } as const;
    const worn = user.role in title ? [title[user.role as keyof typeof title]] : [];
    return {
      ...this.smallUser(user.uid),
      email: '',
      'email:confirmed': 0,
      joindate: user.joindate,
      lastonline: user.joindate,
      fullname: null,
      aboutme: about,
      signature: null,
      reputation: 0,
      postcount: [...this.#world.posts.values()].filter(({ uid }) => uid === user.uid).length,
      topiccount: 0,
      banned: user.banned,
      'banned:expire': 0,
      status: 'offline',
      flags: null,
      followerCount: 0,
      followingCount: 0,
      groupTitle: worn.length > 0 ? JSON.stringify(worn) : null,
      groupTitleArray: worn,
      muted: this.#world.isMuted(user),
      mutedUntil: user.mutedUntil,
      mutedReason: null,
      joindateISO: new Date(user.joindate).toISOString(),
      banned_until: 0,
      banned_until_readable: this.#world.version === '4.11' ? 'Not Banned' : '[[user:info.banned-permanently]]',
    };
  }

  html(post: Post): string {
    return `<p dir="auto">${post.content}</p>\n`;
  }

  /** A post as it stands inside a flag, with its author. */
  post(post: Post): Json {
    const author = this.#world.users.get(post.uid);
    return {
      pid: post.pid,
      uid: post.uid,
      tid: post.tid,
      content: this.html(post),
      timestamp: post.timestamp,
      upvotes: 0,
      downvotes: 0,
      deleted: post.deleted ? 1 : 0,
      deleterUid: 0,
      edited: 0,
      ...(post.toPid === null ? {} : { toPid: post.toPid }),
      replies: { hasMore: false, users: [], text: '[[topic:one-reply-to-this-post]]', count: 0 },
      votes: 0,
      timestampISO: new Date(post.timestamp).toISOString(),
      editedISO: '',
      attachments: [],
      uploads: [],
      user: author ? this.user(author) : this.smallUser(post.uid),
    };
  }

  row(flag: Flag): Json {
    return {
      state: flag.state ?? 'open',
      assignee: flag.assignee,
      heat: flag.reports.length,
      ...this.#base(flag),
      // In the list only three of the four ids became numbers.
      targetId: String(flag.targetId),
      labelClass: 'danger',
    };
  }

  /** Flags.get. */
  flag(flag: Flag): Json {
    return {
      state: flag.state ?? 'open',
      assignee: flag.assignee,
      ...this.#base(flag),
      target: this.#target(flag),
      notes: [...flag.notes].reverse().map(({ uid, text, at }) => ({
        uid,
        content: this.words(text),
        datetime: at,
        datetimeISO: new Date(at).toISOString(),
        user: this.smallUser(uid),
      })),
      reports: [...flag.reports].reverse().map(({ uid, reason, at }) => ({
        value: this.words(reason),
        timestamp: at,
        timestampISO: new Date(at).toISOString(),
        reporter: this.smallUser(uid),
      })),
    };
  }

  /** Flags.getHistory: changes of the flag, and other names of the account, newest first. */
  history(flag: Flag): Json[] {
    const account = this.#world.users.get(flag.targetUid);
    const renamed = account
      ? [
          {
            uid: String(account.uid),
            meta: [{ key: '[[user:change-username]]', value: account.username, labelClass: 'primary' }],
            datetime: account.joindate,
            datetimeISO: new Date(account.joindate).toISOString(),
            user: this.smallUser(account.uid),
          },
        ]
      : [];
    const changes = flag.history.map((entry) => ({
      uid: entry.uid,
      fields: this.#fields(entry),
      datetime: entry.at,
      datetimeISO: new Date(entry.at).toISOString(),
      user: this.smallUser(entry.uid),
    }));
    return [...changes, ...renamed].sort((a, b) => b.datetime - a.datetime);
  }

  assignees(flag: Flag): Json[] {
    const users = [...this.#world.users.values()].filter((user) => this.#world.maySee(user, flag));
    // Of a flag about an account, global moderators may be given it but are not on the list.
    const listed = flag.type === 'user' ? users.filter(({ role }) => role === 'administrator') : users;
    return listed.map((user) => this.user(user));
  }

  #base(flag: Flag): Json {
    const kind = `${flag.type.charAt(0).toUpperCase()}${flag.type.slice(1)}`;
    return {
      flagId: this.id(flag.flagId),
      type: flag.type,
      targetId: this.id(flag.targetId),
      targetUid: this.id(flag.targetUid),
      datetime: this.id(flag.datetime),
      ...(flag.report === undefined ? {} : { report: flag.report }),
      datetimeISO: new Date(flag.datetime).toISOString(),
      target_readable: `${kind} ${flag.targetId}`,
    };
  }

  #target(flag: Flag): Json {
    if (flag.type === 'user') {
      const user = this.#world.users.get(flag.targetId);
      return user ? this.user(user) : {};
    }
    const post = this.#world.posts.get(flag.targetId);
    return post ? this.post(post) : {};
  }

  #fields({ fields }: HistoryEntry): Json {
    const shown: Record<string, unknown> = { ...fields };
    if (typeof fields.state === 'string') shown.state = `[[flags:state-${fields.state}]]`;
    if (typeof fields.report === 'string') shown.report = `[[flags:report-${fields.report}]]`;
    if (typeof fields.assignee === 'string') {
      const user = this.#world.users.get(Number.parseInt(fields.assignee, 10));
      shown.assignee = user ? this.words(user.username) : '[[global:guest]]';
    }
    return shown;
  }
}

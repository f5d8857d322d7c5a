import { createHash } from 'node:crypto';

/** A row of `users`, by Synapse's own names; `creation_ts` is seconds, as stored there. */
export interface SynapseUser {
  readonly name: string;
  admin: boolean;
  deactivated: boolean;
  locked: boolean;
  suspended: boolean;
  shadow_banned: boolean;
  displayname: string;
  creation_ts: number;
  last_seen_ts: number | null;
  user_type: string | null;
}

export interface SynapseRoom {
  readonly room_id: string;
  readonly name: string;
  readonly canonical_alias: string;
  /** A purged room has no `room_stats_state` any more: its reports are still stored, and listed nowhere. */
  purged: boolean;
}

export interface SynapseEvent {
  readonly event_id: string;
  readonly room_id: string;
  readonly sender: string;
  readonly type: string;
  readonly origin_server_ts: number;
  content: Record<string, unknown>;
  /** Redacted: its content is shown nowhere but in reports about it, and there until it is thrown away. */
  redacted: boolean;
  /** Purged from history: its reports are still listed, without a sender and without details. */
  purged: boolean;
}

export interface EventReport {
  readonly id: number;
  readonly received_ts: number;
  readonly room_id: string;
  readonly event_id: string;
  readonly user_id: string;
  readonly score: number | null;
  readonly reason: string | null;
}

export interface UserReport {
  readonly id: number;
  readonly received_ts: number;
  readonly target_user_id: string;
  readonly user_id: string;
  readonly reason: string;
}

/** What a small Synapse holds. Numbers of reports come from a counter that forgets, as Synapse's IdGenerator does. */
export class SynapseWorld {
  readonly serverName: string;
  readonly users = new Map<string, SynapseUser>();
  readonly rooms = new Map<string, SynapseRoom>();
  readonly events: SynapseEvent[] = [];
  eventReports: EventReport[] = [];
  userReports: UserReport[] = [];
  /** Access tokens and whom they belong to. */
  readonly tokens = new Map<string, string>();
  readonly passwords = new Map<string, string>();
  /** Devices made by signing in, by the name they were given. */
  readonly devices: string[] = [];
  #lastEventReport = 1;
  #lastUserReport = 1;

  constructor(serverName = 'localhost') {
    this.serverName = serverName;
  }

  addUser(localpart: string, overrides: Partial<SynapseUser> = {}): SynapseUser {
    const user: SynapseUser = {
      name: `@${localpart}:${this.serverName}`,
      admin: false,
      deactivated: false,
      locked: false,
      suspended: false,
      shadow_banned: false,
      displayname: localpart,
      creation_ts: 1_795_363_199,
      last_seen_ts: null,
      user_type: null,
      ...overrides,
    };
    this.users.set(user.name, user);
    return user;
  }

  addRoom(name: string): SynapseRoom {
    const serial = this.rooms.size;
    const room = {
      room_id: `!${hashOf(`room ${serial}`).slice(0, 18)}:${this.serverName}`,
      name,
      canonical_alias: `#room${serial}:${this.serverName}`,
      purged: false,
    };
    this.rooms.set(room.room_id, room);
    return room;
  }

  say(room: SynapseRoom, sender: string, body: string, overrides: Partial<SynapseEvent> = {}): SynapseEvent {
    const event: SynapseEvent = {
      event_id: `$${hashOf(`event ${this.events.length}`)}`,
      room_id: room.room_id,
      sender,
      type: 'm.room.message',
      origin_server_ts: 1_795_363_202_000 + this.events.length,
      content: { body, msgtype: 'm.text' },
      redacted: false,
      purged: false,
      ...overrides,
    };
    this.events.push(event);
    return event;
  }

  /** The message says something else now. The edit is an event of its own. */
  edit(event: SynapseEvent, body: string): SynapseEvent {
    const said = { body, msgtype: 'm.text' };
    const relation = { rel_type: 'm.replace', event_id: event.event_id };
    const content = { ...said, body: `* ${body}`, 'm.new_content': said, 'm.relates_to': relation };
    const room = this.rooms.get(event.room_id);
    if (!room) throw new RangeError('no such room');
    return this.say(room, event.sender, body, { content });
  }

  /** As the job that throws away what was redacted does, `redaction_retention_period` after it was. */
  throwAwayRedacted(): void {
    for (const event of this.events.filter(({ redacted }) => redacted)) event.content = {};
  }

  reportEvent(event: SynapseEvent, by: string, at: number, reason: string | null): EventReport {
    this.#lastEventReport += 1;
    const score = reason === null ? null : -50;
    const { room_id, event_id } = event;
    const report = { id: this.#lastEventReport, received_ts: at, room_id, event_id, user_id: by, score, reason };
    this.eventReports.push(report);
    return report;
  }

  reportUser(target: string, by: string, at: number, reason: string): UserReport {
    this.#lastUserReport += 1;
    const report = { id: this.#lastUserReport, received_ts: at, target_user_id: target, user_id: by, reason };
    this.userReports.push(report);
    return report;
  }

  event(eventId: string): SynapseEvent | undefined {
    return this.events.find((event) => event.event_id === eventId);
  }

  /** Reports that the list shows: an inner join with rooms, an outer one with messages. */
  listedEventReports(): readonly EventReport[] {
    return this.eventReports.filter((report) => this.rooms.get(report.room_id)?.purged === false);
  }

  /** As after an upgrade: numbers go on from the highest that is left. */
  restart(): void {
    this.#lastEventReport = Math.max(1, ...this.eventReports.map(({ id }) => id));
    this.#lastUserReport = Math.max(1, ...this.userReports.map(({ id }) => id));
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

import type { Answer } from '../../../electron/data/practice/http/answer.ts';
import type { EventReport, SynapseUser, SynapseWorld } from './synapse-world.ts';

/** A refusal as Synapse words it. */
export function refusal(status: number, errcode: string, error: string, more: object = {}): Answer {
  return { status, json: { errcode, error, ...more } };
}

export const unrecognized = refusal(404, 'M_UNRECOGNIZED', 'Unrecognized request');

/** Reports about messages as the list shows them. */
export function eventReportRow(world: SynapseWorld, report: EventReport): Record<string, unknown> {
  const room = world.rooms.get(report.room_id);
  const event = world.event(report.event_id);
  return {
    ...report,
    sender: event && !event.purged ? event.sender : null,
    canonical_alias: room?.canonical_alias ?? null,
    name: room?.name ?? null,
  };
}

/** One report with its message. Null where a message was purged: inner joins find nothing then. */
export function eventReportDetail(world: SynapseWorld, report: EventReport): Record<string, unknown> | null {
  const event = world.event(report.event_id);
  if (!event || event.purged || world.rooms.get(report.room_id)?.purged !== false) return null;
  const { type, sender, room_id, content, origin_server_ts } = event;
  return {
    ...eventReportRow(world, report),
    event_json: {
      auth_events: [],
      prev_events: [],
      type,
      sender,
      room_id,
      content,
      depth: 20,
      hashes: { sha256: 'mgj3AM4igDWTzNH8hrEnIJztLzvhsOLIVGEq6eo3gZA' },
      origin_server_ts,
      unsigned: { age_ts: origin_server_ts },
    },
  };
}

/** A user in the list: no `suspended`, and milliseconds. */
export function userRow(user: SynapseUser): Record<string, unknown> {
  const { name, admin, deactivated, locked, shadow_banned, displayname, creation_ts, last_seen_ts, user_type } = user;
  return {
    name,
    user_type,
    is_guest: false,
    admin,
    deactivated,
    shadow_banned,
    displayname,
    avatar_url: null,
    creation_ts: creation_ts * 1000,
    approved: true,
    erased: false,
    last_seen_ts,
    locked,
  };
}

/** One user: with `suspended`, and seconds. */
export function userDetail(user: SynapseUser): Record<string, unknown> {
  return {
    ...user,
    appservice_id: null,
    consent_server_notice_sent: null,
    consent_version: null,
    consent_ts: null,
    is_guest: false,
    avatar_url: null,
    threepids: [],
    external_ids: [],
    erased: false,
  };
}

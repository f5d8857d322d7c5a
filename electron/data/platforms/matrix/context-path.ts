import { adminPath } from './admin-path.ts';

/** What people say. The rest of a room is changes of the room itself. */
export const spoken: readonly string[] = ['m.room.message', 'm.room.encrypted', 'm.sticker'];

/** Without it every answer brings all members of the room, megabytes of people whom no report is about. */
const filter = encodeURIComponent(JSON.stringify({ types: spoken, lazy_load_members: true }));

/**
 * Where Synapse shows an admin a message of a room they are not in, with so many others around it: its call for looking into
 * reports.
 */
export function contextPath({ roomId, eventId }: { roomId: string; eventId: string }, around: number): string {
  const event = `${adminPath}/v1/rooms/${encodeURIComponent(roomId)}/context/${encodeURIComponent(eventId)}`;
  return `${event}?limit=${around}&filter=${filter}`;
}

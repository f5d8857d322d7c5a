import type { Answer } from '../../../electron/data/practice/http/answer.ts';
import type { IncomingCall } from '../../../electron/data/practice/http/incoming.ts';
import { refusal } from './synapse-answers.ts';
import type { SynapseEvent, SynapseWorld } from './synapse-world.ts';

/**
 * A message and so many around it, as the admin interface shows them without being in the room. The filter of the call holds
 * for what is around it and for what the room is; without one every member of the room comes along.
 */
export function context(world: SynapseWorld, call: IncomingCall): Answer {
  const [, , , , , roomId = '', , eventId = ''] = call.path.split('/').map(decodeURIComponent);
  const event = world.events.find((one) => one.event_id === eventId && !one.purged);
  if (!event || world.rooms.get(event.room_id)?.purged) return refusal(404, 'M_NOT_FOUND', 'Event not found.');
  if (event.room_id !== roomId) return refusal(404, 'M_UNKNOWN', 'No row found (events)');
  const types = typesOf(call);
  const isWanted = ({ type }: { type: string }) => types === null || types.includes(type);
  const said = world.events.filter((one) => one.room_id === roomId && !one.purged);
  const at = said.indexOf(event);
  const limit = Number(call.query.get('limit') ?? 10);
  const before = Math.floor(limit / 2);
  const shown = (one: SynapseEvent) => asClientsSee(world, one);
  return {
    status: 200,
    json: {
      events_before: said.slice(0, at).filter(isWanted).reverse().slice(0, before).map(shown),
      event: shown(event),
      events_after: said
        .slice(at + 1)
        .filter(isWanted)
        .slice(0, limit - before)
        .map(shown),
      state: stateOf(world, roomId).filter(isWanted),
      start: 't1-1_0_0_0_0_0_0_0_0_0_0',
      end: 't2-1_0_0_0_0_0_0_0_0_0_0',
    },
  };
}

function typesOf(call: IncomingCall): readonly string[] | null {
  const filter = call.query.get('filter');
  return filter === null ? null : ((JSON.parse(filter) as { types?: string[] }).types ?? null);
}

function asClientsSee(world: SynapseWorld, { purged: _, redacted, ...event }: SynapseEvent): Record<string, unknown> {
  const unsigned = { age: 1000 };
  if (redacted) {
    const redacted_because = { type: 'm.room.redaction', content: {}, redacts: event.event_id };
    return { ...event, content: {}, redacted_because, unsigned: { ...unsigned, redacted_because } };
  }
  const edit = world.events.findLast((one) => !one.redacted && !one.purged && isEditOf(one, event.event_id));
  if (!edit) return { ...event, unsigned };
  return { ...event, unsigned: { ...unsigned, 'm.relations': { 'm.replace': asClientsSee(world, edit) } } };
}

function isEditOf({ content }: SynapseEvent, eventId: string): boolean {
  const relation = content['m.relates_to'] as { rel_type?: string; event_id?: string } | undefined;
  return relation?.rel_type === 'm.replace' && relation.event_id === eventId;
}

function stateOf(world: SynapseWorld, roomId: string): { type: string; state_key: string; content: object }[] {
  const members = [...world.users.keys()].map((state_key) => ({
    type: 'm.room.member',
    state_key,
    content: { membership: 'join' },
  }));
  return [{ type: 'm.room.name', state_key: '', content: { name: world.rooms.get(roomId)?.name } }, ...members];
}

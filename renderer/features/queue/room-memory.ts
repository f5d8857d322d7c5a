import type { ParsedQueueFilter, QueueView } from '../../../shared/ipc/topics/queue.ts';
import { on } from '../../app/api.ts';
import { emptyFilter, type QueueSort } from './queue-filter.ts';

/** What a room remembers while another one is open. A search may hold a name, so locking empties it. */
export interface RoomMemory {
  readonly filter: ParsedQueueFilter;
  readonly sort: QueueSort;
}

const memories = new Map<string, RoomMemory>();

/** What the room last showed; at first its first view, the most urgent on top. */
export function recallRoom(room: string, view: QueueView): RoomMemory {
  return memories.get(room) ?? { filter: emptyFilter(view), sort: view === 'decided' ? 'newest' : 'priority' };
}

export function rememberRoom(room: string, memory: RoomMemory): void {
  memories.set(room, memory);
}

/** Empties every room's memory whenever the store is locked. */
export function forgetRoomsWhenLocked(): () => void {
  return on('vault.changed', ({ state }) => {
    if (state !== 'open') memories.clear();
  });
}

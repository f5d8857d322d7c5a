import { useSyncExternalStore } from 'react';

export interface Place {
  readonly room: RoomId;
  /** What is open inside the room, e.g. a case number. */
  readonly rest: readonly string[];
}

/** Every room there is, in no order; what each one shows is in rooms.ts. */
const roomIds = [
  'queue',
  'cases',
  'conflicts',
  'health',
  'outreach',
  'imports',
  'records',
  'identity',
  'reports',
  'communities',
  'settings',
] as const;
export type RoomId = (typeof roomIds)[number];

export interface RoomProps {
  /** What is open inside the room: the parts after its name in "#/queue/12". */
  readonly rest: readonly string[];
}

let lastHash: string | undefined;
let lastPlace: Place = { room: 'queue', rest: [] };

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** True for the name of a room that there is. */
export function isRoom(name: string): name is RoomId {
  return (roomIds as readonly string[]).includes(name);
}

/** Reads "#/queue/12"; anything else leads to the queue. */
export function readPlace(hash: string): Place {
  const [room = '', ...rest] = hash.replace(/^#\/?/, '').split('/').map(decodePart);
  return isRoom(room) ? { room, rest } : { room: 'queue', rest: [] };
}

function currentPlace(): Place {
  if (window.location.hash !== lastHash) {
    lastHash = window.location.hash;
    lastPlace = readPlace(lastHash);
  }
  return lastPlace;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** Which room is open, and what in it. */
export function usePlace(): Place {
  return useSyncExternalStore(subscribe, currentPlace);
}

/** Opens a room: navigate('queue', caseId). Alt+Left leads back. */
export function navigate(room: RoomId, ...rest: (string | number)[]): void {
  window.location.hash = `#/${[room, ...rest].map((part) => encodeURIComponent(part)).join('/')}`;
}

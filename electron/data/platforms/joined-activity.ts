import type { Instant, RemoteId } from '../../../shared/domain/ids.ts';
import type { RemoteAccountEnd, RemoteActivity } from './platform.ts';

/** That somebody joined, by the id and handle that their posts and reports have. Directed at nobody and standing nowhere. */
export function joinedActivity(person: {
  readonly remoteId: RemoteId;
  readonly handle: string;
  readonly at: Instant;
  readonly isBot: boolean;
  /** As in RemoteActivity. */
  readonly accountEnd?: RemoteAccountEnd | null;
}): RemoteActivity {
  return {
    remoteId: `joined:${person.remoteId}`,
    kind: 'joined',
    memberRemoteId: person.remoteId,
    memberHandle: person.handle,
    at: person.at,
    space: null,
    threadRemoteId: null,
    parentRemoteId: null,
    targetHandle: null,
    isBot: person.isBot,
    ...(person.accountEnd !== undefined && { accountEnd: person.accountEnd }),
  };
}

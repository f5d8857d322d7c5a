import { createHmac } from 'node:crypto';
import type { ArchiveSourceId } from '../../../../shared/ipc/topics/archives.ts';
import { NameCache } from '../../store/activities/name-cache.ts';
import type { ArchivePeopleRule } from '../../store/imports/archive-people.ts';
import type { ArchivePerson } from './archive.ts';

/** Somebody as they are stored. */
export interface KeptPerson {
  readonly remoteId: string;
  readonly handle: string;
  readonly name: string;
}

/** Where people and ids of an archive become what is stored. Behind it nothing knows what they were called. */
export interface PeopleDoor {
  /** A person, a thread and a key of Hearth's own export, which have been through a door of another community. */
  own(remoteId: string): string;
  ownThread(thread: string): string;
  ownKey(key: Uint8Array): Uint8Array;
  person(person: ArchivePerson): KeptPerson;
  /** An id of a message or a thread: with it anybody in the chat could find out who wrote it. */
  id(id: string): string;
}

const PSEUDONYM_BYTES = 15;

/**
 * With pseudonyms every id goes through HMAC-SHA-256 under the community's key: the same person is the same pseudonym in
 * every archive, and without the key nobody can try out who it is. 120 bits never meet by chance.
 */
export function peopleDoor(rule: ArchivePeopleRule, source: ArchiveSourceId): PeopleDoor {
  if (rule.kept === 'names') {
    return {
      person: ({ id, handle, name }) => ({ remoteId: `${source}:${id}`, handle, name }),
      id: (id) => `${source}:${id}`,
      own: (remoteId) => remoteId,
      ownThread: (thread) => thread,
      ownKey: (key) => key,
    };
  }
  const disguise = (what: 'person' | 'id', id: string) =>
    createHmac('sha256', rule.key)
      .update(`${what}\u001f${source}\u001f${id}`, 'utf8')
      .digest()
      .subarray(0, PSEUDONYM_BYTES)
      .toString('base64url');
  // The same few people write again and again.
  const pseudonyms = new NameCache((id) => `anon-${disguise('person', id)}`);
  const person = (id: string) => pseudonyms.idOf(id);
  return {
    person: ({ id }) => ({ remoteId: person(id), handle: '', name: '' }),
    id: (id) => disguise('id', id),
    own: person,
    ownThread: (thread) => disguise('id', thread),
    ownKey: (key) => Buffer.from(disguise('id', Buffer.from(key).toString('latin1')), 'latin1'),
  };
}

import { randomBytes } from 'node:crypto';
import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { ArchivePeople } from '../../../../shared/ipc/topics/archives.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { getAllSettings, getSetting, setSetting } from '../settings/settings.ts';

/** How the people of a community's archives are kept, with the key of their pseudonyms. */
export type ArchivePeopleRule = { readonly kept: 'names' } | { readonly kept: 'pseudonyms'; readonly key: Uint8Array };

const KEY_BYTES = 32;

// Ends with the id of the community, and goes with it: see erase-community.
const start = 'internal.archivePeople.';
const settingOf = (communityId: CommunityId) => `${start}${communityId}`;

/** The rule of a community, or null where no archive was read yet. */
export function findArchivePeople(db: ReadDb, communityId: CommunityId): ArchivePeopleRule | null {
  return ruleFrom(getSetting(db, settingOf(communityId)));
}

/** The rules of all communities that have one, without their keys. */
export function listArchivePeople(db: ReadDb): Readonly<Record<number, ArchivePeople>> {
  const kept: Record<number, ArchivePeople> = {};
  for (const [name, value] of getAllSettings(db)) {
    const rule = name.startsWith(start) ? ruleFrom(value) : null;
    if (rule) kept[Number(name.slice(start.length))] = rule.kept;
  }
  return kept;
}

/** Keeps the rule, with a new key for pseudonyms. The first one stays: another would make two people of everybody. */
export function keepArchivePeople(db: WriteDb, communityId: CommunityId, kept: ArchivePeople): ArchivePeopleRule {
  const known = findArchivePeople(db, communityId);
  if (known) return known;
  const key = randomBytes(KEY_BYTES);
  setSetting(db, settingOf(communityId), kept === 'names' ? { kept } : { kept, key: key.toString('base64') });
  return kept === 'names' ? { kept } : { kept, key };
}

function ruleFrom(stored: unknown): ArchivePeopleRule | null {
  if (typeof stored !== 'object' || stored === null || !('kept' in stored)) return null;
  if (stored.kept === 'names') return { kept: 'names' };
  if (!('key' in stored) || typeof stored.key !== 'string') return null;
  return { kept: 'pseudonyms', key: Buffer.from(stored.key, 'base64') };
}

import { open, rm } from 'node:fs/promises';
import type { CommunityId } from '../../../../../shared/domain/ids.ts';
import { fileError } from '../../../service/file-error.ts';
import { eachActivity, eachMember } from '../../../store/activities/export-queries.ts';
import type { ReadDb } from '../../../store/db.ts';
import { findArchivePeople } from '../../../store/imports/archive-people.ts';

/** The first line of an export: how it is known, and which form the others have. */
export const exportHead = { hearth: 'activities', version: 1 } as const;

const LINES_PER_WRITE = 2_000;

/**
 * Writes members and activities of a community as NDJSON to a new file, keys and all: read into an empty community it gives the
 * same activities, read into this one nothing new. The file is there whole or not at all. Throws HearthError `disk-full` and
 * `folder-not-writable`, also where a file of that name is there.
 */
export async function writeActivities(
  db: ReadDb,
  communityId: CommunityId,
  file: string,
): Promise<{ activities: number; members: number }> {
  const counts = { activities: 0, members: 0 };
  try {
    // Readable by its owner alone: it names people.
    const handle = await open(file, 'wx', 0o600);
    try {
      for (const lines of batches(linesOf(db, communityId, counts))) await handle.appendFile(lines);
    } catch (error) {
      await rm(file, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw fileError(error);
  }
  return counts;
}

function* linesOf(db: ReadDb, communityId: CommunityId, counts: { activities: number; members: number }) {
  yield { ...exportHead, people: findArchivePeople(db, communityId)?.kept ?? 'names' };
  for (const { remote_id, handle, display_name, joined_at, is_bot } of eachMember(db, communityId)) {
    counts.members += 1;
    yield { member: remote_id, handle, name: display_name, joinedAt: joined_at, bot: is_bot === 1 };
  }
  for (const { remote_key, parent_key, ...activity } of eachActivity(db, communityId)) {
    counts.activities += 1;
    yield { ...activity, key: remote_key.toString('base64'), parent: parent_key?.toString('base64') ?? null };
  }
}

function* batches(lines: Iterable<unknown>): Generator<string> {
  let text = '';
  let count = 0;
  for (const line of lines) {
    text += `${JSON.stringify(line)}\n`;
    count += 1;
    if (count % LINES_PER_WRITE !== 0) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

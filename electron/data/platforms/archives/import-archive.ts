import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CommunityId } from '../../../../shared/domain/ids.ts';
import { localDaysIn } from '../../health/calendar/local-days.ts';
import type { JobHandle, JobResult } from '../../service/jobs.ts';
import type { WriteDb } from '../../store/db.ts';
import type { ArchivePeopleRule } from '../../store/imports/archive-people.ts';
import { storeErrorFrom } from '../../store/store-error.ts';
import { type BegunImport, runImport } from '../files/run-import.ts';
import type { ArchiveItem } from './archive.ts';
import { createArchiveWriter, type WrittenItems } from './archive-writer.ts';
import { peopleDoor } from './people-door.ts';
import type { RecognisedArchive } from './recognise-archive.ts';

/** Items per transaction: two frames of work, so that the queue stays answerable while an archive is read. */
const ITEMS_PER_BATCH = 2_000;

/** Everything the reading of an archive needs. */
export interface ArchiveImport extends BegunImport<WrittenItems> {
  /** Open; closed when the import ends. */
  readonly archive: RecognisedArchive;
  readonly communityId: CommunityId;
  /** Zone of the community: of its days, and of times that say no offset. */
  readonly timeZone: string;
  readonly people: ArchivePeopleRule;
  readonly onAdded?: () => void;
}

type Totals = Record<keyof WrittenItems, number>;

/**
 * Reads an archive into the store, a batch a transaction. Cancelling, a fault in the file and a crash keep what was read;
 * reading it again goes on from there, because what is known already is only counted.
 */
export async function importArchive(db: WriteDb, task: ArchiveImport, job: JobHandle): Promise<JobResult> {
  const totals: Totals = { linesRead: 0, added: 0, alreadyKnown: 0, rejected: 0, leftOut: 0, figures: 0 };
  try {
    return await runImport(db, task, job, totals, async () => {
      await readItems(task, job, batchWriter(db, task, totals));
      return null;
    });
  } finally {
    task.archive.close();
  }
}

type WriteBatch = (batch: readonly ArchiveItem[]) => Promise<void>;

function batchWriter(db: WriteDb, task: ArchiveImport, totals: Totals): WriteBatch {
  const door = peopleDoor(task.people, task.archive.source.id);
  const days = localDaysIn(task.timeZone);
  const write = createArchiveWriter(db, { ...task, now: task.clock.now(), days, door });
  return async (batch) => {
    if (batch.length === 0) return;
    const written = write(batch);
    for (const name of Object.keys(written) as (keyof Totals)[]) totals[name] += written[name];
    if (written.added > 0 || written.figures > 0) task.onAdded?.();
    await nextTurn();
  };
}

async function readItems(task: ArchiveImport, job: JobHandle, write: WriteBatch): Promise<void> {
  const { source, documents, bytes } = task.archive;
  const context = { days: localDaysIn(task.timeZone), now: task.clock.now(), signal: job.signal };
  let waiting: ArchiveItem[] = [];
  const flush = () => {
    const batch = waiting;
    waiting = [];
    return write(batch);
  };
  job.progress('importing', 0, bytes);
  try {
    for await (const block of source.read(documents, context)) {
      for (const item of block.items) {
        waiting.push(item);
        if (waiting.length < ITEMS_PER_BATCH) continue;
        job.signal.throwIfAborted();
        await flush();
      }
      job.progress('importing', block.bytes, bytes);
    }
  } catch (error) {
    // What stood before the fault was read; a person who cancels gets the same.
    if (!storeErrorFrom(error)) await flush();
    throw error;
  }
  job.signal.throwIfAborted();
  await flush();
  job.progress('importing', bytes, bytes);
}

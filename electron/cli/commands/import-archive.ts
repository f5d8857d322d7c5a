import type { Input } from '../../../shared/ipc/contract.ts';
import type { ArchiveSourceId } from '../../../shared/ipc/topics/archives.ts';
import { percentDone } from '../output/percent-done.ts';
import type { Work } from './command.ts';

/** Reads the export of a platform, which was recognised as `source`, and tells what came of it. */
export async function importArchive(
  { session, print }: Work,
  source: ArchiveSourceId,
  input: Input<'archives.start'>,
): Promise<void> {
  const { jobId, importId } = await session.call('archives.start', input);
  const { result } = await session.finish(jobId, (job) =>
    print.progress(print.t('importing', { percent: percentDone(job) })),
  );
  const { communityId } = input;
  const summary = (await session.call('imports.list', { communityId })).find((one) => one.importId === importId);
  print.result({ ...summary, ...result, source, communityId }, () => {
    const count = (name: string) => print.number(Number(result?.[name] ?? 0));
    return print.t('archiveImported', {
      source,
      added: count('added'),
      known: count('alreadyKnown'),
      figures: count('figures'),
      leftOut: count('leftOut'),
      rejected: count('rejected'),
      community: String(communityId),
    });
  });
}

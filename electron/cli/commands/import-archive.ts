import type { Input } from '../../../shared/ipc/contract.ts';
import { percentDone } from '../output/percent-done.ts';
import type { Work } from './command.ts';

/** Reads the export of a platform and tells what came of it. */
export async function importArchive({ session, print }: Work, input: Input<'archives.start'>): Promise<void> {
  const { archive } = await session.call('archives.inspect', { file: input.file });
  const { jobId, importId } = await session.call('archives.start', input);
  const { result } = await session.finish(jobId, (job) =>
    print.progress(print.t('importing', { percent: percentDone(job) })),
  );
  const { communityId } = input;
  const summary = (await session.call('imports.list', { communityId })).find((one) => one.importId === importId);
  print.result({ ...summary, ...result, source: archive?.source, communityId }, () => {
    const count = (name: string) => print.number(Number(result?.[name] ?? 0));
    return print.t('archiveImported', {
      source: archive?.source ?? '',
      added: count('added'),
      known: count('alreadyKnown'),
      figures: count('figures'),
      leftOut: count('leftOut'),
      rejected: count('rejected'),
      community: String(communityId),
    });
  });
}

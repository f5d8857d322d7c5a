import { useMutation, useQuery } from '@tanstack/react-query';
import type { ArchivePeople } from '../../../../shared/ipc/topics/archives.ts';
import { call } from '../../../app/api.ts';
import { useCommunityOf } from '../queries.ts';
import type { Target } from '../target-community.tsx';

/** Whether a file is an archive that Hearth knows; asked before it is looked at as a table. */
export function useArchiveInspection(file: string | null) {
  return useQuery({
    queryKey: ['archives', 'inspect', file],
    queryFn: () => call('archives.inspect', { file: file as string }),
    enabled: file !== null,
    retry: false,
    // Another archive may have been read since: how its people were kept counts.
    staleTime: 0,
    gcTime: 0,
  });
}

/** Begins to read an archive; a new community is made first. */
export function useStartArchive() {
  const communityOf = useCommunityOf();
  return useMutation({
    mutationFn: async ({ file, people, target }: { file: string; people: ArchivePeople; target: Target }) => {
      const communityId = await communityOf(target);
      return { ...(await call('archives.start', { file, people, communityId })), communityId };
    },
  });
}

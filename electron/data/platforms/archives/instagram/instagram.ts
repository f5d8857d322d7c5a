import type { ArchiveBlock, ArchiveDocument, ArchiveSource, ReadingContext } from '../archive.ts';
import { findListFiles, readListFiles } from '../meta/list-files.ts';
import { instagramFiles } from './instagram-files.ts';
import { ownerDocument, readOwner } from './read-owner.ts';

/**
 * The download of an Instagram account as JSON, in a zip. The lists changed their folders (`media/`, `content/`,
 * `your_instagram_activity/`, `connections/`), and some their form; all forms since 2021 are read.
 */
export const instagram: ArchiveSource = {
  id: 'instagram',
  async recognise(documents) {
    const isDownload = documents.some(({ name }) =>
      /(^|\/)(your_instagram_activity|followers_and_following|instagram_profile_information|ads_and_topics)(\/|\.json$)/.test(
        name,
      ),
    );
    if (!isDownload) return [];
    const lists = findListFiles(documents, instagramFiles);
    return lists.length === 0 ? [] : [...documents.filter(ownerDocument), ...lists];
  },
  read: readInstagram,
};

async function* readInstagram(
  documents: readonly ArchiveDocument[],
  context: ReadingContext,
): AsyncGenerator<ArchiveBlock> {
  const owner = await readOwner(documents, context.signal);
  yield* readListFiles(documents, instagramFiles, owner, context);
}

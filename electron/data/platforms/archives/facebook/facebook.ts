import type { ArchiveBlock, ArchiveDocument, ArchivePerson, ArchiveSource, ReadingContext } from '../archive.ts';
import { readJsonValues } from '../json/read-json-values.ts';
import { findListFiles, personNamed, readListFiles } from '../meta/list-files.ts';
import { undoLatin1 } from '../meta/undo-latin1.ts';
import { facebookFiles } from './facebook-files.ts';

/** The download of a Facebook account as JSON, in a zip: what its owner wrote in groups, and which ones they joined. */
export const facebook: ArchiveSource = {
  id: 'facebook',
  async recognise(documents) {
    const lists = findListFiles(documents, facebookFiles);
    return lists.length === 0 ? [] : [...documents.filter(ownerDocument), ...lists];
  },
  read: readFacebook,
};

function ownerDocument({ name }: ArchiveDocument): boolean {
  return /(^|\/)profile_information\/profile_information\.json$/.test(name);
}

async function* readFacebook(
  documents: readonly ArchiveDocument[],
  context: ReadingContext,
): AsyncGenerator<ArchiveBlock> {
  yield* readListFiles(documents, facebookFiles, await readOwner(documents, context), context);
}

async function readOwner(documents: readonly ArchiveDocument[], context: ReadingContext): Promise<ArchivePerson> {
  const paths = ['$.profile_v2.name.full_name', '$.profile.name.full_name'];
  for (const document of documents.filter(ownerDocument)) {
    for await (const { values } of readJsonValues(document.read(), { paths, signal: context.signal })) {
      const [name] = values;
      if (typeof name?.value === 'string') return personNamed(undoLatin1(name.value));
    }
  }
  return { id: 'account-owner', handle: '', name: '' };
}

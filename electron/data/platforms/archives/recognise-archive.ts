import { HearthError } from '../../../../shared/ipc/errors.ts';
import type { ArchiveDocument, ArchiveSource } from './archive.ts';
import { type OpenArchive, openArchive } from './open-archive.ts';
import { archiveSources } from './sources.ts';

/** An archive of a known kind. The caller closes it. */
export interface RecognisedArchive {
  readonly source: ArchiveSource;
  /** Those that are read, in order. */
  readonly documents: readonly ArchiveDocument[];
  readonly bytes: number;
  readonly close: () => void;
}

/**
 * Finds out what kind of archive a file is, by its content and never by its name. Null for a file that is none: it may be a
 * table. Throws HearthError `archive-unknown` for a zip of another kind, `archive-html` for one made for reading in a
 * browser, and what opening throws.
 */
export async function recogniseArchive(file: string): Promise<RecognisedArchive | null> {
  const archive = await openArchive(file);
  try {
    for (const source of archiveSources) {
      const documents = await source.recognise(archive.documents, archive.file);
      if (documents.length === 0) continue;
      const bytes = documents.reduce((sum, document) => sum + document.bytes, 0);
      return { source, documents, bytes, close: archive.close };
    }
    refuseUnknownZip(archive);
  } catch (error) {
    archive.close();
    throw error;
  }
  archive.close();
  return null;
}

function refuseUnknownZip({ isZip, documents }: OpenArchive): void {
  if (!isZip) return;
  const pages = documents.filter(({ name }) => /\.html?$/i.test(name));
  const data = documents.filter(({ name }) => /\.(json|js)$/i.test(name));
  throw new HearthError(pages.length > 0 && data.length === 0 ? 'archive-html' : 'archive-unknown');
}

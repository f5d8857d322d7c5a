import type { Entry } from 'yauzl';
import { HearthError } from '../../../../../shared/ipc/errors.ts';

/** An account with years of pictures has some ten thousand; each costs memory before anything is read. */
export const MOST_ENTRIES = 200_000;
/** What is read of an archive, unpacked. A chat of ten years with its reactions stays below. */
export const MOST_BYTES = 16 * 1024 ** 3;
/** JSON of many like records packs 20 to 60 times; deflate can do 1032. */
export const HIGHEST_RATIO = 200;
/** Small files may pack as they like: nobody fills a disk with them. */
export const RATIO_FREE_BYTES = 1024 ** 2;

const MADE_ON_UNIX = 3;
const FILE_KIND = 0o170000;
const LINK = 0o120000;

/** Adds up the entries of a zip and refuses what no platform writes, before a byte of it is unpacked. */
export function zipGuard(fileBytes: number): (entry: Entry) => void {
  let entries = 0;
  let packed = 0;
  return (entry) => {
    entries += 1;
    packed += entry.compressedSize;
    const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
    // Entries that share their packed bytes are small in the file and huge outside.
    const overlap = packed > fileBytes;
    const tooDense = entry.uncompressedSize > RATIO_FREE_BYTES && ratio > HIGHEST_RATIO;
    if (entries > MOST_ENTRIES || overlap || tooDense) throw new HearthError('archive-bomb');
    if (entry.isEncrypted()) throw new HearthError('archive-encrypted');
    if (entry.versionMadeBy >> 8 === MADE_ON_UNIX && ((entry.externalFileAttributes >>> 16) & FILE_KIND) === LINK) {
      throw new HearthError('archive-unsafe');
    }
  };
}

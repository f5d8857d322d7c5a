import type { ArchiveSource } from './archive.ts';
import { discord } from './discord/discord.ts';
import { facebook } from './facebook/facebook.ts';
import { hearth } from './hearth/hearth.ts';
import { instagram } from './instagram/instagram.ts';
import { telegram } from './telegram/telegram.ts';
import { workbook } from './workbook/workbook.ts';
import { xArchive } from './x/x-archive.ts';

/** Every kind of archive, in the order in which a file is tried: first those whose folders tell, then those that must be read. */
export const archiveSources: readonly ArchiveSource[] = [
  hearth,
  workbook,
  xArchive,
  instagram,
  facebook,
  discord,
  telegram,
];

import type { ArchiveSource } from './archive.ts';
import { discord } from './discord/discord.ts';
import { telegram } from './telegram/telegram.ts';

/** Every kind of archive, in the order in which a file is tried. */
export const archiveSources: readonly ArchiveSource[] = [discord, telegram];

import type { ArchiveDocument, ArchiveSource } from '../archive.ts';
import { readHead } from '../read-head.ts';
import { readDiscord } from './read-discord.ts';

/**
 * JSON of DiscordChatExporter (Tyrrrz/DiscordChatExporter, JsonMessageWriter): one file per channel or thread, or a zip of
 * them. A channel that was cut into parts is several files with the same ids.
 */
export const discord: ArchiveSource = {
  id: 'discord',
  async recognise(documents) {
    const json = documents.filter(({ name }) => !/\.(js|xml|rels|bin|html?)$/i.test(name));
    const known: ArchiveDocument[] = [];
    for (const document of json) {
      if (isExport(await readHead(document))) known.push(document);
      // A folder of exports holds nothing else: the first stranger says it is something else.
      else if (known.length === 0) return [];
    }
    return known.sort((one, other) => (one.name < other.name ? -1 : 1));
  },
  read: readDiscord,
};

/** The preamble comes before any message, in this order since the first version. */
function isExport(head: string): boolean {
  return /^\s*\{\s*"guild"\s*:\s*\{/.test(head) && head.includes('"channel"');
}

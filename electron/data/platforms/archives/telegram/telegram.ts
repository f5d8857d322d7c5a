import type { ArchiveSource } from '../archive.ts';
import { readHead } from '../read-head.ts';
import { readTelegram } from './read-telegram.ts';

/**
 * `result.json` of Telegram Desktop (telegramdesktop/tdesktop, export_output_json.cpp): one chat, or all of an account; also
 * inside a zip.
 */
export const telegram: ArchiveSource = {
  id: 'telegram',
  async recognise(documents) {
    for (const document of documents) {
      if (/\.(js|xml|rels|bin|html?)$/i.test(document.name)) continue;
      const head = await readHead(document);
      if (isOneChat(head) || isWholeAccount(head)) return [document];
    }
    return [];
  },
  read: readTelegram,
};

const chatTypes =
  /"type"\s*:\s*"(?:personal_chat|bot_chat|saved_messages|replies|verify_codes|(?:private|public)_(?:group|supergroup|channel))"/;

function isOneChat(head: string): boolean {
  return /^\s*\{/.test(head) && chatTypes.test(head) && /"messages"\s*:\s*\[/.test(head);
}

function isWholeAccount(head: string): boolean {
  return /^\s*\{\s*"about"\s*:/.test(head) && head.includes('Telegram');
}

import type { Refusal } from '../http/refusal.ts';

/**
 * What NodeBB means by a refusal. Its words are translated into the asker's language; only one key reaches us untranslated:
 * the master token asks for the name of whomever it shall act as. Hearth acts as one person alone, so that token is refused,
 * although NodeBB calls it a fault of the server (500).
 */
export function readRefusal({ body }: Refusal): { code?: 'refused'; reason?: string } {
  if (typeof body !== 'object' || body === null || !('error' in body)) return {};
  return body.error === '[[error:api.master-token-no-uid]]' ? { code: 'refused', reason: 'master-token-no-uid' } : {};
}

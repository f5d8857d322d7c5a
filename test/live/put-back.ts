import type { HttpClient } from '../../electron/data/platforms/http/http-client.ts';
import type { RemotePlatform } from '../../shared/domain/community.ts';

/** Takes back what the product has no action for, so that a live run leaves nothing behind. */
export interface PutBack {
  /** Removes notes with this text from the report. */
  readonly removeNotes?: (http: HttpClient, remoteId: string, text: string, signal: AbortSignal) => Promise<void>;
}

/** What a platform's own interface offers for it; where one is missing, the journey that needs it is not gone. */
export const putBack: Partial<Record<RemotePlatform, PutBack>> = {
  nodebb: {
    async removeNotes(http, remoteId, text, signal) {
      const answer = await http.send({ method: 'GET', path: `/api/v3/flags/${remoteId}`, signal });
      const { notes } = (answer.body as { response: { notes: { content: string; datetime: number }[] } }).response;
      for (const { datetime } of notes.filter(({ content }) => content === text)) {
        const path = `/api/v3/flags/${remoteId}/notes/${datetime}`;
        await http.send({ method: 'DELETE', path, json: {}, signal });
      }
    },
  },
};

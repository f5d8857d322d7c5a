import { PlatformError, type RemoteActivity } from '../../../electron/data/platforms/platform.ts';
import { insist } from '../insist.ts';
import type { Journey } from '../journey.ts';

const dayMs = 24 * 60 * 60_000;
const mostPages = 60;

const measures: Journey = {
  name: 'read what the server counts, of the last week',
  async run(visit) {
    const { measures, dimensions, retention } = visit.facts.capabilities;
    if (!measures && !dimensions && !retention) return { couldNot: 'the server has no numbers for this account' };
    const now = Date.now();
    const read = measures ? await visit.connector.readMeasures(now - 7 * dayMs, now, visit.signal) : [];
    insist(
      read.every(({ value }) => Number.isFinite(value) && value >= 0),
      'a number is none',
    );
    insist(!measures || read.length > 0, 'the server was said to have numbers, and gave none');
    const parts = dimensions ? await visit.connector.readDimensions(now - 7 * dayMs, now, visit.signal) : [];
    const cohorts = retention ? await visit.connector.readCohorts(now - 90 * dayMs, now, visit.signal) : [];
    const keys = [...new Set(read.map(({ key }) => key))];
    return {
      did: `${read.length} numbers (${keys.join(', ')}), ${parts.length} breakdowns, ${cohorts.length} cohorts`,
    };
  },
};

const activities: Journey = {
  name: 'read what members did, from the beginning, and go on from there',
  async run(visit) {
    const { connector, signal } = visit;
    if (connector.listActivities === undefined) return { couldNot: 'the platform lists no activities' };
    if (visit.facts.capabilities.activities !== true) {
      // Then it lists sign-ups alone, or refuses.
      const refusal = await connector.listActivities(null, signal).then(
        () => null,
        (error: unknown) => error,
      );
      if (refusal instanceof PlatformError) return { couldNot: `the server lists no activities: ${refusal.code}` };
    }
    const seen = new Map<string, RemoteActivity>();
    let cursor: string | null = null;
    let pages = 0;
    for (let isDone = false; !isDone && pages < mostPages; pages += 1) {
      const page = await connector.listActivities(cursor, signal);
      for (const item of page.items) seen.set(item.remoteId, item);
      isDone = page.next === null;
      cursor = page.resume;
    }
    const counts = new Map<string, number>();
    for (const { kind } of seen.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const answered = [...seen.values()].filter(({ parentRemoteId }) => parentRemoteId !== null);
    const lost = answered.filter(({ parentRemoteId }) => !seen.has(parentRemoteId ?? '')).length;
    const words = [...counts].map(([kind, count]) => `${count} ${kind}`);
    return { did: `${words.join(', ') || 'none'} on ${pages} pages; ${lost} answer what is not among them` };
  },
};

export const numbers: readonly Journey[] = [measures, activities];

import type { LocalDays } from '../../../health/calendar/local-days.ts';
import type { ArchiveFigure } from '../archive.ts';
import { numberAt } from '../json/json-shape.ts';

const counted = { 'x.likes-received': 'favorite_count', 'x.reposts-received': 'retweet_count' } as const;

/** Adds up what the owner's posts of each day received until the archive was made. Who gave it no archive tells. */
export function countReceived(days: LocalDays): {
  add(at: number, tweet: unknown): void;
  figures(): readonly ArchiveFigure[];
} {
  const sums = new Map<string, ArchiveFigure>();
  return {
    add(at, tweet) {
      const day = days.dayOf(at);
      for (const [key, field] of Object.entries(counted)) {
        const value = (sums.get(`${key} ${day}`)?.value ?? 0) + (numberAt(tweet, field) ?? 0);
        sums.set(`${key} ${day}`, { type: 'figure', key, dimension: '', day, unit: 'day', value });
      }
    },
    figures: () => [...sums.values()],
  };
}

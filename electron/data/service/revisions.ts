import type { ChangeTopic } from '../../../shared/ipc/events.ts';

/** Counts changes by topic, so that what was computed from rows knows when they have changed. */
export interface Revisions {
  readonly note: (topics: readonly ChangeTopic[]) => void;
  /** A number that differs after any change of these topics. */
  readonly of: (topics: readonly ChangeTopic[]) => number;
}

/** Starts at nothing changed; lives as long as the session. */
export function createRevisions(): Revisions {
  const counts = new Map<ChangeTopic, number>();
  return {
    note(topics) {
      for (const topic of topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
    },
    of: (topics) => topics.reduce((sum, topic) => sum + (counts.get(topic) ?? 0), 0),
  };
}

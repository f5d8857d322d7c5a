import type { EventTime } from '../statistics/event-times.ts';

/**
 * Steps that a curve may have where it leaves or speaks of few: the first and the last of them are the times of single
 * people (health.md C.5). All marks that are told in words fall on a step.
 */
const STEPS = { hours: 1, days: 5 } as const;

/** A table of event times with each time put up to the next step; who goes in one step is at risk at its beginning. */
export function coarseTimes(rows: readonly EventTime[], time: keyof typeof STEPS): EventTime[] {
  const coarse: EventTime[] = [];
  for (const row of rows) {
    const at = Math.ceil(row.time / STEPS[time]) * STEPS[time];
    const last = coarse.at(-1);
    if (last?.time !== at) {
      coarse.push({ ...row, time: at });
      continue;
    }
    coarse[coarse.length - 1] = {
      ...last,
      events: last.events + row.events,
      competing: last.competing + row.competing,
      censored: last.censored + row.censored,
    };
  }
  return coarse;
}

import type { PersonStatus } from '../group-metric.ts';
import type { RawGaps } from '../raw-result.ts';
import type { GroupRow } from './group-rows.ts';

/** A gap per row: how many of its members, and of all others, have something. */
export function gapsOf(rows: readonly GroupRow[], statusOf: PersonStatus): RawGaps {
  const share = (people: Int32Array) => {
    let part = 0;
    let whole = 0;
    for (const person of people) {
      const status = statusOf(person);
      if (status < 0) continue;
      whole += 1;
      part += status;
    }
    return { part, whole };
  };
  return {
    kind: 'gaps',
    rows: rows.map(({ id, label, facet, members, others }) => ({
      id,
      label,
      ...(facet === undefined ? {} : { facet }),
      group: share(members),
      rest: share(others),
    })),
  };
}

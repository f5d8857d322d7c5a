import type { EventTime } from '../../statistics/event-times.ts';
import type { PersonStatus } from '../group-metric.ts';
import type { RawGaps } from '../raw-result.ts';
import type { GroupRow } from './group-rows.ts';

/**
 * A gap per row: how many of its members, and of all others, have something. `tableOf`: the same people over their whole
 * time, where they are compared as curves too.
 */
export function gapsOf(
  rows: readonly Pick<GroupRow, 'id' | 'label' | 'facet' | 'members' | 'others'>[],
  statusOf: PersonStatus,
  tableOf?: (people: Int32Array) => readonly EventTime[],
): RawGaps {
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
      ...(tableOf ? { curves: { group: tableOf(members), rest: tableOf(others) } } : {}),
    })),
  };
}

import { useEffect, useMemo } from 'react';
import type { ParsedQueueFilter } from '../../../shared/ipc/topics/queue.ts';
import { call, on } from '../../app/api.ts';
import type { QueueSort } from './queue-filter.ts';
import { QueueWindow } from './queue-window.ts';

/** Changes that come in a bunch are looked at once, this long after the first, in milliseconds. */
const bunch = 300;

/** The window over one view in one order; rows follow changes in place, newcomers wait. */
export function useQueueWindow(filter: ParsedQueueFilter, sort: QueueSort): QueueWindow {
  const list = useMemo(
    () => new QueueWindow((offset, limit) => call('queue.page', { filter, sort, offset, limit })),
    [filter, sort],
  );
  useEffect(() => {
    list.show(0, 0).catch(() => {});
    let timer: ReturnType<typeof setTimeout> | undefined;
    let everything = false;
    const changed = new Set<number>();
    const look = () => {
      timer = undefined;
      const ids = everything ? [] : [...changed];
      everything = false;
      changed.clear();
      // Nobody can be reading an empty or unread list: it may change at once.
      const { total, phase } = list.state();
      (total === 0 || phase === 'error' ? list.refresh() : list.update(ids)).catch(() => {});
    };
    const stop = on('data.changed', ({ topics, caseIds }) => {
      if (!topics.includes('queue') && !topics.includes('case') && !topics.includes('outbox')) return;
      if (caseIds.length === 0) everything = true;
      for (const caseId of caseIds) changed.add(caseId);
      timer ??= setTimeout(look, bunch);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [list]);
  return list;
}

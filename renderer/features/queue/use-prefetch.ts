import { useEffect, useEffectEvent } from 'react';
import type { QueueWindow } from './queue-window.ts';

/** Lines after the current one whose cases are read ahead. */
const ahead = 2;

/** Reads the cases around the current line ahead, so that moving on is a matter of painting. */
export function usePrefetch(list: QueueWindow, cursor: number, prefetch: (caseId: number) => void): void {
  const read = useEffectEvent(prefetch);
  useEffect(() => {
    for (let index = Math.max(0, cursor - 1); index <= cursor + ahead; index += 1) {
      const { row } = list.slot(index);
      if (row && index !== cursor) read(row.caseId);
    }
  }, [list, cursor]);
}

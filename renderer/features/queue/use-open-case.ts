import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { QueueWindow } from './queue-window.ts';

export interface OpenCase {
  /** The case beside the list. */
  readonly caseId: number | null;
  /** Its line, -1 when it is not in this list. */
  readonly cursor: number;
  /** Counts up when focus should go into the case. */
  readonly focusTurn: number;
  readonly moveTo: (index: number) => void;
  readonly enter: () => void;
  readonly open: (caseId: number) => void;
  readonly close: () => void;
  /** The next line still to be done; answers its case, or null. */
  readonly openNext: () => Promise<number | null>;
  readonly refresh: () => Promise<void>;
}

/** Keeps the open case and the line of the list together, whatever happens to either. */
export function useOpenCase(list: QueueWindow, asked: number | null, reveal: (index: number) => void): OpenCase {
  const [caseId, setCaseId] = useState(asked);
  const [cursor, setCursor] = useState(-1);
  const [shownList, setShownList] = useState(list);
  const [focusTurn, setFocusTurn] = useState(asked === null ? 0 : 1);
  // Another view or order: the case stays open, its line is looked for anew.
  if (shownList !== list) {
    setShownList(list);
    setCursor(-1);
  }
  const { version } = useSyncExternalStore(list.subscribe, list.state);

  const place = (index: number) => {
    setCursor(index);
    const { row } = list.slot(index);
    if (row) setCaseId(row.caseId);
  };
  const open = (wanted: number) => {
    setCaseId(wanted);
    setCursor(list.indexOf(wanted));
    setFocusTurn((turn) => turn + 1);
  };
  const follow = useEffectEvent(() => {
    const shown = cursor >= 0 ? list.slot(cursor).row : null;
    // The cursor ran ahead of its page: the case opens when the page is there.
    if (shown && shown.caseId !== caseId && caseId !== null && list.indexOf(caseId) < 0) setCaseId(shown.caseId);
    if (caseId !== null && cursor < 0) setCursor(list.indexOf(caseId));
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs whenever the list holds something else
  useEffect(() => follow(), [list, version]);
  const openAsked = useEffectEvent((wanted: number) => open(wanted));
  useEffect(() => {
    if (asked !== null) openAsked(asked);
  }, [asked]);
  return {
    caseId,
    cursor,
    focusTurn,
    moveTo: place,
    enter: () => setFocusTurn((turn) => turn + 1),
    open,
    close: () => {
      setCaseId(null);
      setCursor(-1);
    },
    openNext: async () => {
      const next = (await list.nextOpen(cursor, 1)) ?? (await list.nextOpen(cursor, -1));
      if (!next?.row) return null;
      setCursor(next.index);
      setCaseId(next.row.caseId);
      setFocusTurn((turn) => turn + 1);
      reveal(next.index);
      return next.row.caseId;
    },
    refresh: async () => {
      await list.refresh();
      const at = caseId === null ? -1 : list.indexOf(caseId);
      setCursor(at);
    },
  };
}

import type { ChangeTopic, Events } from '../../../shared/ipc/events.ts';

/** How long changes are collected before they are told, in milliseconds: less than a person notices. */
const collectFor = 40;
/** Above this many cases a list of them is no help: everything may have changed. */
const mostCases = 200;

export interface ChangeBundle {
  readonly add: (topics: readonly ChangeTopic[], caseIds?: readonly number[]) => void;
  /** Tells what is collected, at once. */
  readonly flush: () => void;
}

/** Collects "rows changed" into one event, so that a page of a hundred reports does not redraw the window a hundred times. */
export function bundleChanges(tell: (change: Events['data.changed']) => void): ChangeBundle {
  const topics = new Set<ChangeTopic>();
  const caseIds = new Set<number>();
  let timer: NodeJS.Timeout | null = null;

  function flush(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (topics.size === 0) return;
    const change = { topics: [...topics], caseIds: caseIds.size > mostCases ? [] : [...caseIds] };
    topics.clear();
    caseIds.clear();
    tell(change);
  }
  return {
    add(changed, cases = []) {
      for (const topic of changed) topics.add(topic);
      for (const id of cases) caseIds.add(id);
      timer ??= setTimeout(flush, collectFor);
    },
    flush,
  };
}

import { useSyncExternalStore } from 'react';

let spoken = { text: '', turn: 0 };
const listeners = new Set<() => void>();

/** Tells screen readers, politely, what others can see by themselves: "Case 4 of 12". The same words can be said again. */
export function announce(text: string): void {
  spoken = { text, turn: spoken.turn + 1 };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The place screen readers listen to; the shell mounts it once. Two regions in turn, so that repeats are heard. */
export function LiveRegion() {
  const { text, turn } = useSyncExternalStore(subscribe, () => spoken);
  return (
    <>
      <div className="ui-visually-hidden" role="status">
        {turn % 2 === 0 ? text : ''}
      </div>
      <div className="ui-visually-hidden" role="status">
        {turn % 2 === 1 ? text : ''}
      </div>
    </>
  );
}

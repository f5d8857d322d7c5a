import { useSyncExternalStore } from 'react';

const everyHalfMinute = 30_000;
const listeners = new Set<() => void>();
let current = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    current = Date.now();
    for (const heard of listeners) heard();
  }, everyHalfMinute);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

function read(): number {
  // The first reader after a quiet time must not see an old clock.
  if (timer === undefined) current = Date.now();
  return current;
}

/** The present, in milliseconds since 1970, renewed every half minute by one clock for all readers. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, read);
}

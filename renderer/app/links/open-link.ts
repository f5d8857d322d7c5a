import { useSyncExternalStore } from 'react';

let asked: string | null = null;
const listeners = new Set<() => void>();

function ask(address: string | null): void {
  asked = address;
  for (const listener of listeners) listener();
}

/** Asks the person whether to open an address in the system browser, showing all of it. Nothing opens by itself. */
export function openLink(address: string): void {
  ask(address);
}

/** Takes the question away. */
export function forgetLink(): void {
  ask(null);
}

/** The address being asked about. */
export function useAskedLink(): string | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => asked,
  );
}

import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { CommandId } from '../../../shared/commands/commands.ts';

interface Handler {
  readonly run: () => void;
  /** Called when the key that ran the command is let go: for "hold to uncover". */
  readonly release: (() => void) | undefined;
}

const handlers = new Map<CommandId, Handler[]>();
const listeners = new Set<() => void>();
let available: readonly CommandId[] = [];

function changed(): void {
  available = [...handlers].filter(([, stack]) => stack.length > 0).map(([id]) => id);
  for (const listener of listeners) listener();
}

function register(id: CommandId, handler: Handler): () => void {
  handlers.set(id, [...(handlers.get(id) ?? []), handler]);
  changed();
  return () => {
    handlers.set(
      id,
      (handlers.get(id) ?? []).filter((other) => other !== handler),
    );
    changed();
  };
}

/** The newest handler of a command: a screen on top of another answers first. */
export function handlerOf(id: CommandId): Handler | undefined {
  return handlers.get(id)?.at(-1);
}

/** Runs a command if some mounted screen answers it. Answers whether it did. */
export function runCommand(id: CommandId): boolean {
  const handler = handlerOf(id);
  handler?.run();
  return handler !== undefined;
}

/**
 * Answers a command while this component is mounted and `enabled`. From then on it is in the palette and its keys and
 * menu item work. `release` is called when a held key is let go.
 */
export function useCommand(
  id: CommandId,
  run: () => void,
  { enabled = true, release }: { enabled?: boolean; release?: () => void } = {},
): void {
  const onRun = useEffectEvent(run);
  const onRelease = useEffectEvent(() => release?.());
  const canRelease = release !== undefined;
  useEffect(() => {
    if (!enabled) return;
    return register(id, { run: () => onRun(), release: canRelease ? () => onRelease() : undefined });
  }, [id, enabled, canRelease]);
}

/** The commands that can be run now. */
export function useAvailableCommands(): readonly CommandId[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => available,
  );
}

import type { RemoteValue } from '../decode/remote-value.ts';
import { nameOf } from './plain-text.ts';

/** One change of a flag, as its history tells it. */
export interface FlagChange {
  readonly at: number;
  /** Name of who did it. */
  readonly by: string | null;
  /** "resolved" for `[[flags:state-resolved]]`; null where the state was not touched. */
  readonly state: string | null;
  /** Name of whom it was given to, "guest" for nobody; null where that was not touched. */
  readonly assignee: string | null;
}

/**
 * Changes of the flag itself, newest first. What happened to the account meanwhile, such as bans and other names, stands in
 * the same list without `fields`, and is left out.
 */
export function decodeHistory(history: RemoteValue): FlagChange[] {
  const changes: FlagChange[] = [];
  for (const entry of history.listOrNone()) {
    if (!entry.isObject || !entry.at('fields').isObject) continue;
    const fields = entry.at('fields');
    const user = entry.at('user');
    const by = user.isObject ? nameOf(user.at('username').textOr('')) : '';
    changes.push({
      at: entry.at('datetime').numberOr(0),
      by: by === '' ? null : by,
      state: /^\[\[flags:state-(.+)\]\]$/.exec(fields.at('state').textOr(''))?.[1] ?? null,
      assignee: assigneeIn(fields.at('assignee').textOr(null)),
    });
  }
  return changes.sort((a, b) => b.at - a.at);
}

function assigneeIn(name: string | null): string | null {
  return name === null ? null : nameOf(name);
}

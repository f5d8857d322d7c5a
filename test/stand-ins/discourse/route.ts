import type { Answer } from '../../../electron/data/practice/http/answer.ts';
import type { IncomingCall } from '../../../electron/data/practice/http/incoming.ts';
import type { DiscourseWorld } from './discourse-world.ts';
import type { User } from './entities.ts';

/** A call that got past the door. */
export interface Visit {
  readonly world: DiscourseWorld;
  readonly call: IncomingCall;
  readonly origin: string;
  /** Whoever asks; null for a stranger. */
  readonly me: User | null;
  readonly params: readonly string[];
}

export interface Route {
  readonly method: string;
  readonly path: RegExp;
  /** Who may come here; under /admin others hear that there is nothing. */
  readonly for: 'everybody' | 'members' | 'staff';
  readonly handle: (visit: Visit) => Answer;
}

/** JSON of a body, as an object. */
export function bodyOf(call: IncomingCall): Record<string, unknown> {
  if (typeof call.json === 'object' && call.json !== null) return call.json as Record<string, unknown>;
  return Object.fromEntries(call.form);
}

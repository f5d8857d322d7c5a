import type { PlatformConnector } from '../../../electron/data/platforms/platform.ts';

/** Thrown where the process would be gone. */
export class Killed extends Error {}

/** What one process of Hearth says to the server. */
export interface Line {
  readonly connector: PlatformConnector;
  /** The process is gone: nothing it was about to ask is asked, and no answer is heard. */
  readonly cut: () => void;
}

/** `around` is told before and after each request; what it throws is what the process meets. */
export function lineTo(
  server: () => PlatformConnector,
  around: (when: 'before' | 'after', asked: keyof PlatformConnector) => void | Promise<void>,
): Line {
  let isCut = false;
  const check = (): void => {
    if (isCut) throw new Killed();
  };
  const connector = { ...server() };
  for (const name of Object.keys(connector) as (keyof PlatformConnector)[]) {
    const asked = async (...given: unknown[]): Promise<unknown> => {
      check();
      await around('before', name);
      check();
      const method = server()[name] as ((...given: unknown[]) => Promise<unknown>) | undefined;
      const answer = await method?.apply(server(), given);
      check();
      await around('after', name);
      check();
      return answer;
    };
    Object.assign(connector, { [name]: asked });
  }
  return {
    connector,
    cut() {
      isCut = true;
    },
  };
}

import type { Answer } from '../../../electron/data/practice/http/answer.ts';
import { tooManyByAddress, tooManyByKey } from './refusals.ts';

const minute = 60_000;
const tenSeconds = 10_000;
const mostByAddress = 50;

/** Counts requests as the site does: all keys of administrators together, whoever uses them. */
export class RequestLimits {
  readonly #byKey: number[] = [];
  readonly #byAddress: number[] = [];

  /** The refusal, or null when the request may go on and is counted. */
  take(now: number, limit: { readonly perMinute: number | null; readonly countsAddresses: boolean }): Answer | null {
    if (limit.countsAddresses) {
      const left = waitSeconds(this.#byAddress, now, { most: mostByAddress, within: tenSeconds });
      if (left !== null) return tooManyByAddress(left);
    }
    if (limit.perMinute !== null) {
      const left = waitSeconds(this.#byKey, now, { most: limit.perMinute, within: minute });
      if (left !== null) return tooManyByKey(left);
    }
    this.#byAddress.push(now);
    this.#byKey.push(now);
    return null;
  }

  /** Another program of the site used its key. */
  usedByOthers(times: number, now: number): void {
    for (let time = 0; time < times; time += 1) this.#byKey.push(now);
  }
}

function waitSeconds(times: number[], now: number, limit: { most: number; within: number }): number | null {
  while ((times[0] ?? now) <= now - limit.within) times.shift();
  if (times.length < limit.most) return null;
  return Math.max(1, Math.ceil(((times[0] ?? now) + limit.within - now) / 1000));
}

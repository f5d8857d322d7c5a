import type { DataNeed, RawMissing } from './raw-result.ts';

/** Nothing can be counted before these data are there. */
export function missing(...needs: DataNeed[]): RawMissing {
  return { kind: 'missing', needs };
}

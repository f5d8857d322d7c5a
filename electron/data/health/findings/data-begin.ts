import type { Finding } from '../../../../shared/ipc/topics/health.ts';

/** A chart of newcomers, with the caveat that some may be none where nobody said whether the community is older than its data. */
export function withBeginCaveat<Chart extends { readonly caveats: readonly Finding[] }>(
  chart: Chart,
  mayBeOlder: boolean,
): Chart {
  return mayBeOlder ? { ...chart, caveats: [...chart.caveats, { key: 'caveats.mayBeOlder', params: {} }] } : chart;
}

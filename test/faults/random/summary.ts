import type { RandomRun } from './random-run.ts';

/** Random runs added up. */
export interface Summary {
  runs: number;
  failed: number;
  steps: number;
  reports: number;
  decisions: number;
  applied: number;
  takenBack: number;
  unresolved: number;
  lost: number;
  repeated: number;
  readingWrong: number;
  booksBroken: number;
  readonly byPlatform: Map<string, number>;
  readonly injected: Map<string, number>;
}

export function noRuns(): Summary {
  const counts = { runs: 0, failed: 0, steps: 0, reports: 0, decisions: 0, readingWrong: 0, booksBroken: 0 };
  const actions = { applied: 0, takenBack: 0, unresolved: 0, lost: 0, repeated: 0 };
  return { ...counts, ...actions, byPlatform: new Map(), injected: new Map() };
}

export function addRun(summary: Summary, run: RandomRun): void {
  const { tally } = run;
  summary.runs += 1;
  summary.failed += run.wrong.length > 0 ? 1 : 0;
  summary.steps += run.steps;
  summary.reports += run.reports;
  summary.decisions += run.decisions;
  summary.applied += tally.applied;
  summary.takenBack += tally.takenBack;
  summary.unresolved += tally.unresolved;
  summary.lost += tally.lost;
  summary.repeated += tally.repeated;
  summary.readingWrong += run.readingWrong;
  summary.booksBroken += run.wrong.length - run.readingWrong - tally.wrong.length;
  summary.byPlatform.set(run.platform, (summary.byPlatform.get(run.platform) ?? 0) + 1);
  for (const [name, times] of run.injected) summary.injected.set(name, (summary.injected.get(name) ?? 0) + times);
}

/** What a person reads at the end. */
export function showSummary(summary: Summary): string {
  const faults = [...summary.injected].sort(([a], [b]) => a.localeCompare(b));
  const width = Math.max(0, ...faults.map(([name]) => name.length));
  const total = faults.reduce((sum, [, times]) => sum + times, 0);
  return [
    '',
    ...faults.map(([name, times]) => `  ${name.padEnd(width)}  ${String(times).padStart(6)}`),
    '',
    `runs: ${summary.runs} (${[...summary.byPlatform].map(([name, runs]) => `${name} ${runs}`).join(', ')}), ${summary.steps} steps`,
    `faults injected: ${total}, by ${faults.length} names`,
    `reports: ${summary.reports}, lost or not as the server has them: ${summary.readingWrong} (must be 0)`,
    `decisions: ${summary.decisions}, actions applied: ${summary.applied}, taken back: ${summary.takenBack}`,
    `actions lost: ${summary.lost} (must be 0)`,
    `actions repeated: ${summary.repeated} (must be 0)`,
    `decisions or audit log not as they were written: ${summary.booksBroken} (must be 0)`,
    `unresolved, each shown with its reason: ${summary.unresolved}`,
    `failed runs: ${summary.failed}`,
  ].join('\n');
}

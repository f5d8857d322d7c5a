import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** One decision, without anything that was reported. */
export interface SummedDecision {
  readonly case: string;
  readonly finding: string;
  readonly effect: string;
  readonly fate: string;
}

export interface Summary {
  readonly reportsSynced: number;
  readonly decidedOffline: number;
  readonly undone: number;
  readonly applied: number;
  readonly leftToColleague: number;
  readonly repeated: number;
  readonly lost: number;
  readonly conflictsSettled: number;
  readonly decisions: readonly SummedDecision[];
  readonly activitiesImported: number;
  readonly charts: number;
  readonly reportFiles: readonly string[];
  readonly reportPages: number;
  readonly pictures: readonly string[];
  readonly differences: readonly string[];
  readonly seconds: number;
}

/** Writes summary.json. */
export function writeSummary(folder: string, summary: Summary): void {
  writeFileSync(path.join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
}

/** The same in plain words. */
export function saySummary(summary: Summary, folder: string): string {
  return [
    '',
    `Reports synced: ${summary.reportsSynced}`,
    `Decided offline: ${summary.decidedOffline} (${summary.undone} taken back first and decided anew)`,
    `Applied: ${summary.applied}`,
    `Left as a colleague had decided: ${summary.leftToColleague}`,
    `Repeated: ${summary.repeated}`,
    `Lost: ${summary.lost}`,
    `Conflicts settled: ${summary.conflictsSettled}`,
    `Activities imported: ${summary.activitiesImported}`,
    `Report pages: ${summary.reportPages}`,
    '',
    `Everything is as it was decided. Summary, report and ${summary.pictures.length} pictures: ${path.relative('', folder) || '.'}`,
    '',
  ].join('\n');
}

import { parseArgs } from 'node:util';
import { type BenchSizes, type SectionName, sectionNames } from './bench-run.ts';

export interface BenchOptions {
  readonly sizes: BenchSizes;
  readonly only: readonly SectionName[];
  readonly strict: boolean;
  /** A folder for the filled profile, kept for the next run; null for one that is removed. */
  readonly profile: string | null;
}

/** Reads the command line. Throws a sentence for what it does not know. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      reports: { type: 'string', default: '100000' },
      activities: { type: 'string', default: '60000' },
      'activities-sizes': { type: 'string', default: '100000,1000000' },
      'sync-reports': { type: 'string', default: '200000' },
      rounds: { type: 'string', default: '5' },
      only: { type: 'string', multiple: true, default: [] },
      profile: { type: 'string' },
      strict: { type: 'boolean', default: false },
    },
  });
  const cases = readCount('reports', values.reports);
  const only = values.only.flatMap((list) => list.split(','));
  const unknown = only.find((name) => !(sectionNames as readonly string[]).includes(name));
  if (unknown !== undefined) throw new Error(`--only knows ${sectionNames.join(', ')}, not "${unknown}"`);
  return {
    sizes: {
      cases,
      activities: readCount('activities', values.activities),
      retention: values['activities-sizes'].split(',').map((size) => readCount('activities-sizes', size)),
      ingestReports: Math.min(cases, 10_000),
      syncReports: readCount('sync-reports', values['sync-reports']),
      rounds: readCount('rounds', values.rounds),
    },
    only: only.length > 0 ? (only as SectionName[]) : sectionNames,
    strict: values.strict,
    profile: values.profile ?? null,
  };
}

function readCount(name: string, text: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 1) throw new Error(`--${name} takes a whole number, not "${text}"`);
  return count;
}

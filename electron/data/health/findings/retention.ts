import type { PublishedValue } from '../../../../shared/domain/published.ts';
import type { Finding, RetentionTable } from '../../../../shared/ipc/topics/health.ts';
import { shareParams } from './finding.ts';

type Chart = Omit<RetentionTable, 'finding' | 'caveats'>;

/** Interval told besides the first: about a month for weeks, a quarter for months, a year for quarters. */
const LATER = { week: 4, month: 3, quarter: 4 } as const;

/** Who looks absent depends on the length of the periods. */
const CAVEATS = {
  week: 'metrics.returnOnPeriod.caveat',
  month: 'metrics.returnOnPeriod.caveatMonth',
  quarter: 'metrics.returnOnPeriod.caveatQuarter',
} as const;

/** Where people come back to. A space is told by week alone. */
export type RetentionPlace = 'community' | 'space';

/** Whether people come back, in one sentence. */
export function retentionFinding({ unit, average }: Chart, place: RetentionPlace = 'community'): Finding {
  const said = place === 'community' ? 'findings.retention' : 'findings.spaceRetention';
  const next = shareParams(average[1]);
  const later = shareParams(average[LATER[unit]]);
  if (!next) return { key: `${said}.tooFew`, params: {} };
  if (!later) return { key: `${said}.${unit}`, params: next };
  return {
    key: `${said}.${unit}AndLater`,
    params: { ...next, laterShare: later.share, laterLower: later.lower, laterUpper: later.upper },
  };
}

/** What must stand with a cohort table. */
export function retentionCaveats({ cohorts, unit }: Chart, joinedEarlier: PublishedValue): Finding[] {
  const caveats: Finding[] = [{ key: CAVEATS[unit], params: {} }];
  const open = cohorts.some((cohort) => cohort.cells.some((cell) => cell.share.mark === 'open'));
  if (open) caveats.push({ key: 'caveats.openCells', params: {} });
  return [...caveats, ...joinedEarlierCaveat(joinedEarlier)];
}

/** Says that people were left out who joined before the data starts. */
export function joinedEarlierCaveat(joinedEarlier: PublishedValue): Finding[] {
  if (joinedEarlier.mark === 'shown' && joinedEarlier.value === 0) return [];
  return [{ key: 'caveats.joinedEarlier', params: {} }];
}

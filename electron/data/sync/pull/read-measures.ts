import type { Instant } from '../../../../shared/domain/ids.ts';
import { mondayOf } from '../../store/activities/rollup.ts';
import { campaignTags } from '../../store/outreach/tag-measures.ts';
import { recordMeasuresRead } from '../../store/sync-state/commands.ts';
import { findSyncState } from '../../store/sync-state/queries.ts';
import { saveMeasures } from '../../store/sync-state/save-measures.ts';
import { inTransaction } from '../../store/transaction.ts';
import { stopsEverything } from '../platform-trouble.ts';
import { checkCancelled, communityOf, type PullRun } from './pull-run.ts';

const dayMs = 24 * 60 * 60_000;
const firstReadingDays = 90;
/** A platform goes on counting yesterday for a while. */
const overlapDays = 3;
/** Two requests each, once a day. */
const mostTags = 20;

/** True when the platform has numbers of its own, and a day has passed since they were read. */
export function areMeasuresDue(run: PullRun): boolean {
  const { clock, write } = run.tools.context;
  const { capabilities } = communityOf(run);
  if (!capabilities?.measures && !capabilities?.dimensions && !capabilities?.retention) return false;
  const last = findSyncState(write, run.communityId).measures_at;
  return last === null || Math.abs(clock.now() - last) >= dayMs;
}

/**
 * Once a day: the numbers that the platform already aggregates. A platform that has none, or not now, is no failure. Answers
 * whether they were read.
 */
export async function readMeasures(run: PullRun): Promise<boolean> {
  const { context } = run.tools;
  const { capabilities } = communityOf(run);
  if (!capabilities || !areMeasuresDue(run)) return false;
  const last = findSyncState(context.write, run.communityId).measures_at;
  const to = context.clock.now();
  const from = last === null ? to - firstReadingDays * dayMs : Math.min(last, to) - overlapDays * dayMs;
  run.progress('measures', 0, 3);
  const rows: MeasureRow[] = [];
  if (capabilities.measures) {
    rows.push(...(await tolerate(run, () => readPlain(run, from, to))));
    rows.push(...(await tolerate(run, () => readHashtags(run, to))));
  }
  run.progress('measures', 1, 3);
  if (capabilities.dimensions) rows.push(...(await tolerate(run, () => readBreakdowns(run, from, to))));
  run.progress('measures', 2, 3);
  if (capabilities.retention) rows.push(...(await tolerate(run, () => readReturns(run, from, to))));
  inTransaction(context.write, () => {
    saveMeasures(
      context.write,
      run.communityId,
      rows.filter((row) => Number.isFinite(row.value)),
      to,
    );
    recordMeasuresRead(context.write, run.communityId, to);
  });
  run.progress('measures', 3, 3);
  return true;
}

type MeasureRow = Parameters<typeof saveMeasures>[2][number];

async function tolerate(run: PullRun, read: () => Promise<MeasureRow[]>): Promise<MeasureRow[]> {
  checkCancelled(run);
  try {
    return await read();
  } catch (error) {
    if (stopsEverything(error)) throw error;
    return [];
  }
}

async function readPlain(run: PullRun, from: Instant, to: Instant): Promise<MeasureRow[]> {
  const measures = await run.connector.readMeasures(from, to, run.signal);
  return measures.map(({ key, dimension, periodStart, periodUnit, value }) => ({
    key,
    dimension,
    periodStart,
    periodUnit,
    value,
  }));
}

/** Hashtags of campaigns over the last week that is over; of a longer time ago platforms do not know any more. */
async function readHashtags(run: PullRun, now: Instant): Promise<MeasureRow[]> {
  const { connector, communityId, signal } = run;
  const today = Math.floor(now / dayMs);
  const firstDay = mondayOf(today) - 7;
  const tags = campaignTags(run.tools.context.write, communityId, { firstDay, lastDay: firstDay + 6 });
  if (tags.length === 0 || connector.readTagMeasures === undefined) return [];
  return [...(await connector.readTagMeasures(tags.slice(0, mostTags), firstDay * dayMs, signal))];
}

async function readBreakdowns(run: PullRun, from: Instant, to: Instant): Promise<MeasureRow[]> {
  const dimensions = await run.connector.readDimensions(from, to, run.signal);
  const periodStart = Math.floor(from / dayMs) * dayMs;
  return dimensions.flatMap((dimension) =>
    dimension.parts.map((part) => ({
      key: `dimension.${dimension.key}`,
      dimension: part.key,
      periodStart,
      periodUnit: 'day' as const,
      value: part.value,
    })),
  );
}

async function readReturns(run: PullRun, from: Instant, to: Instant): Promise<MeasureRow[]> {
  const cohorts = await run.connector.readCohorts(from, to, run.signal);
  return cohorts.flatMap((cohort) =>
    cohort.points.map((point) => ({
      key: 'retention',
      dimension: String(point.at),
      periodStart: cohort.periodStart,
      periodUnit: cohort.periodUnit,
      value: point.value,
    })),
  );
}

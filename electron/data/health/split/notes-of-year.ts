import type { MetricChart } from '../../../../shared/domain/health/chart.ts';
import type { CommunityId } from '../../../../shared/domain/ids.ts';
import { listAnnotations } from '../../store/annotations/annotations.ts';
import type { ReadDb } from '../../store/db.ts';
import { type DayNumber, isoDateOf } from '../calendar/civil-day.ts';
import { POOLED_DAYS } from '../metrics/stayed-at-ninety.ts';

/** What the community did in the year that groups are compared by, which ends with `asOf`; by local date. */
export function notesOfYear(db: ReadDb, communityId: CommunityId, asOf: DayNumber): MetricChart['annotations'] {
  return listAnnotations(db, communityId)
    .filter(({ day }) => day <= asOf && day > asOf - POOLED_DAYS)
    .map(({ day, text }) => ({ day: isoDateOf(day), text }));
}

import type { Sentence } from '../../../../shared/domain/health/chart.ts';
import type { DashboardId } from '../../../../shared/domain/health/pillar.ts';

/** Labels of rows, series and cells of a dashboard: keys `<topic>:rows.<row>`. */
export function wordsOf(topic: DashboardId): (row: string, params?: Sentence['params']) => Sentence {
  return (row, params = {}) => ({ key: `${topic}:rows.${row}`, params });
}

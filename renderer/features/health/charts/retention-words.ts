/** Keys of the words for periods of joining and of coming back, by their length. */
export const periodWords = {
  week: {
    one: 'screen.retention.week',
    column: 'screen.retention.weekColumn',
    cohort: 'screen.retention.cohortWeek',
  },
  month: {
    one: 'screen.retention.month',
    column: 'screen.retention.monthColumn',
    cohort: 'screen.retention.cohortMonth',
  },
  quarter: {
    one: 'screen.retention.quarter',
    column: 'screen.retention.quarterColumn',
    cohort: 'screen.retention.cohortQuarter',
  },
} as const;

/** Steps of the axis that people count in: quarters and years of weeks and months. */
export const axisSteps = { week: [4, 13, 26, 52], month: [1, 3, 6, 12], quarter: [1, 2, 4] } as const;

/** The only questions that can be asked of identity answers: these measures, one question, at most one crossing (health.md C.6). */
export const splitMeasures = ['representation', 'stay', 'activation', 'first-reply', 'leadership', 'actions'] as const;
export type SplitMeasure = (typeof splitMeasures)[number];

/** Measures that never leave as a file, picture or report: they tell of the team's own decisions. */
export const teamMeasures: readonly SplitMeasure[] = ['actions'];

/** What a measure may be crossed with: nothing, the quarter of joining, or the route people came by. */
export const crossings = ['none', 'quarter', 'route'] as const;
export type SplitCrossing = (typeof crossings)[number];

/** What a split is of: the week, for the team, or the newest frozen quarter, as it leaves. */
export const splitTimes = ['week', 'quarter'] as const;
export type SplitTime = (typeof splitTimes)[number];

/** The only questions that can be asked of identity answers: these measures, one question, at most one crossing (health.md C.6). */
export const splitMeasures = ['representation', 'stay', 'activation', 'first-reply', 'leadership', 'actions'] as const;
export type SplitMeasure = (typeof splitMeasures)[number];

/** What a measure may be crossed with: nothing, the quarter of joining, or the route people came by. */
export const crossings = ['none', 'quarter', 'route'] as const;
export type SplitCrossing = (typeof crossings)[number];

/** Whether the team is left out of a metric where a community does not count it among members, or why it is in it all the same. */
export type TeamInCounts =
  /** Left out: it counts members who did something in a period. Nobody counts in a quarter in which they are on the team. */
  | 'in-period'
  /**
   * Left out: it follows people from when they joined. Who was on the team by then does not count; who joined the team later
   * does, for a change of role is no leaving, and taking them out of a cohort afterwards would tell who they are.
   */
  | 'by-joining'
  /** In it: it is about those who help, and the team are they. */
  | 'helpers'
  /** In it: it counts messages, threads, ties, reports or groups, whoever is behind them: the team answers as other humans do. */
  | 'things'
  /** In it: nobody knows whose answer or act is whose. */
  | 'nameless'
  /** In it: groups are shown with everybody who answered; the same split with and without a few would tell these apart (C.9). */
  | 'groups';

/** Whether a community that does not count its team leaves it out of such a metric. */
export function isLeftOut(way: TeamInCounts): way is 'in-period' | 'by-joining' {
  return way === 'in-period' || way === 'by-joining';
}

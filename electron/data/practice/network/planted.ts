/**
 * The numbers planted in every made-up network, whatever its size. Made up, but of the size that health.md tells of: first
 * replies after Joyce and Kraut 2006, staying and connecting as a network would hope and fear.
 */
export const planted = {
  /** Ways of joining: their share of newcomers, and how many of those still stay after 90 days (S(90), health.md B.4). */
  routes: [
    { name: 'Rainbow Library', kind: 'partner', share: 0.2, stay90: 0.62 },
    { name: 'Friends of members', kind: 'friend', share: 0.3, stay90: 0.45 },
    { name: 'Found by searching', kind: 'search', share: 0.25, stay90: 0.45 },
    { name: 'Letters for the clinic', kind: 'campaign', share: 0.15, stay90: 0.45 },
    { name: 'Summer march', kind: 'event', share: 0.1, stay90: 0.46 },
  ],
  /** People who name this answer leave sooner: S(90) is `stay90` for them and `rest` for everybody else. */
  group: { question: 'gender', answer: 'non-binary', share: 0.25, stay90: 0.38, rest: 0.52 },
  /**
   * Chance of a tie in both directions within 30 days of the first message, with and without the open evening; `attend` of
   * those who are still here go there.
   */
  ties: { attendees: 0.55, others: 0.25, attend: 0.3, withinDays: 30 },
  /** First message answered within 7 × 24 hours, and a second thread of their own within 14 days with and without that. */
  firstReply: { within7Days: 0.71, secondPostAfterReply: 0.56, secondPostWithout: 0.44, withinDays: 14 },
  /** Requests that get a reply at all; those that do get it within 7 days. */
  requests: { answered: 0.86 },
  /** Sign-ups who ever speak, and the part of them who do so within 7 days. */
  signUps: { speak: 0.81, within7Days: 0.82 },
  /** Members who answered the identity survey, and the part of them who prefer not to say, for each question. */
  identity: { consent: 0.6, preferNotToSay: 0.06 },
  /** Routes are known of this part of sign-ups: those who agreed to have it noted. */
  routeConsent: 0.7,
  /** Newcomers gone within 90 days whose account ended: by moderators, by themselves. */
  ends: { removed: 0.04, deleted: 0.08 },
} as const;

/** What a network was made from: what a metric over it has to find again, within its interval. */
export interface NetworkTruth {
  readonly members: number;
  /** People whose first message ever lies inside the data. */
  readonly newcomers: number;
  readonly stay90: number;
  readonly routes: readonly { readonly name: string; readonly share: number; readonly stay90: number }[];
  readonly group: {
    readonly question: string;
    readonly answer: string;
    readonly share: number;
    readonly stay90: number;
    readonly restStay90: number;
    readonly difference: number;
  };
  readonly ties: { readonly attendees: number; readonly others: number; readonly withinDays: number };
  readonly firstReply: {
    readonly within7Days: number;
    readonly secondPostAfterReply: number;
    readonly secondPostWithout: number;
    readonly withinDays: number;
  };
  readonly requestsUnanswered: number;
  readonly activation: number;
}

/** The truth of a network with this many members, of whom so many are newcomers. */
export function truthOf(members: number, newcomers: number): NetworkTruth {
  const { group, ties, firstReply } = planted;
  return {
    members,
    newcomers,
    stay90: overallStay(),
    routes: planted.routes.map(({ name, share, stay90 }) => ({ name, share, stay90 })),
    group: {
      question: group.question,
      answer: group.answer,
      share: group.share,
      stay90: group.stay90,
      restStay90: group.rest,
      difference: group.stay90 - group.rest,
    },
    ties: { attendees: ties.attendees, others: ties.others, withinDays: ties.withinDays },
    firstReply,
    requestsUnanswered: 1 - planted.requests.answered,
    activation: planted.signUps.speak * planted.signUps.within7Days,
  };
}

/**
 * S(90) of somebody by route and group. Both marginals come out as planted, because groups are spread over routes alike and
 * the offsets of a group and its rest cancel out: 0.25 · 0.38 + 0.75 · 0.52 = 0.485 = the mean over routes.
 */
export function stayChance(route: number, isInGroup: boolean): number {
  const { stay90, rest } = planted.group;
  return (planted.routes[route]?.stay90 ?? overallStay()) + (isInGroup ? stay90 : rest) - overallStay();
}

function overallStay(): number {
  return planted.routes.reduce((sum, { share, stay90 }) => sum + share * stay90, 0);
}

import type { Instant } from '../../../../shared/domain/ids.ts';

/** What the metrics of moderation count: dates and kinds, no names and no texts. Moderators are numbers. */
export interface ModerationFacts {
  readonly reports: readonly ReportFact[];
  readonly decisions: readonly DecisionFact[];
  readonly appeals: readonly AppealFact[];
}

export interface ReportFact {
  readonly openedAt: Instant;
  /** First decision or answer; null while nobody has acted. */
  readonly firstActionAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly category: string;
  /** Person the complaint is about; −1 not a member. */
  readonly about: number;
  /** Person the complaint says was harmed: the reporter where nothing else is known; −1 unknown. */
  readonly harmed: number;
  readonly upheld: boolean | null;
}

export interface DecisionFact {
  readonly at: Instant;
  /** Dense number of the moderator who decided. */
  readonly by: number;
  readonly finding: string;
  /** The decision restricted a member or their content. */
  readonly isSanction: boolean;
  readonly about: number;
  readonly category: string;
  readonly automation: 'not' | 'partly' | 'fully';
  readonly reversed: boolean;
}

export interface AppealFact {
  readonly receivedAt: Instant;
  readonly decidedAt: Instant | null;
  readonly outcome: 'upheld' | 'overturned' | 'partly' | null;
}

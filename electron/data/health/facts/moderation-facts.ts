import type { Instant } from '../../../../shared/domain/ids.ts';
import type { ReportCategory } from '../../../../shared/domain/report.ts';

/** What the metrics of moderation count: dates and kinds, no names and no texts. Moderators are numbers. */
export interface ModerationFacts {
  readonly reports: readonly ReportFact[];
  readonly decisions: readonly DecisionFact[];
  readonly appeals: readonly AppealFact[];
}

export interface ReportFact {
  readonly openedAt: Instant;
  /**
   * The first decision made here, or the closing on the platform where something was done to the account or a post; null while
   * nobody has acted, also where it was closed without.
   */
  readonly firstActionAt: Instant | null;
  /** When it was decided here, or closed on its platform, or gone from it; null while it is open, also again. */
  readonly closedAt: Instant | null;
  /** Who closed it on its platform without a decision made here; null where there is none such, or nobody tells. */
  readonly closedThereBy: 'person' | 'machine' | null;
  readonly category: ReportCategory;
  /** Person the complaint is about; −1 not a member. */
  readonly about: number;
  /** Person who complained; −1 not a member. */
  readonly reporter: number;
  /** Person it harmed, as a moderator said; −1 nobody in particular, or no member that is counted; null where nobody said. */
  readonly harmed: number | null;
  readonly upheld: boolean | null;
}

/** Made in Hearth, by a person: nothing in Hearth decides by itself. */
export interface DecisionFact {
  readonly at: Instant;
  /** Dense number of the moderator who decided. */
  readonly by: number;
  readonly finding: string;
  /** The decision restricted a member or their content. */
  readonly isSanction: boolean;
  readonly about: number;
  readonly category: string;
  readonly reversed: boolean;
}

export interface AppealFact {
  readonly receivedAt: Instant;
  readonly decidedAt: Instant | null;
  readonly outcome: 'upheld' | 'overturned' | 'partly' | null;
}

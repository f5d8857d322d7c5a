/** What the panes of a case tell the room around them. */
export interface CaseHooks {
  /** A decision was written, or the case was put off: it leaves the open views. */
  readonly onSettled: (caseId: number) => void;
  /** A decision was taken back. */
  readonly onUnsettled: (caseId: number) => void;
  /** Opens the next case still to be done; answers its number, or null at the end. */
  readonly openNext: () => Promise<number | null>;
  readonly openCase: (caseId: number) => void;
  readonly openConflicts: () => void;
}

import type { ActionKind } from './action.ts';
import type { CaseId, PolicyId, RemoteId } from './ids.ts';

/** What the moderator found. Kept apart from the effect (what is done) and the answer (who is told what). */
export const findings = ['upheld', 'not-upheld', 'not-enough', 'bad-faith', 'duplicate'] as const;
export type Finding = (typeof findings)[number];

/** What happens to the person. Which of these exist depends on the platform and its version. */
export const personEffects = ['none', 'warn', 'sensitive', 'disable', 'silence', 'suspend'] as const;
export type PersonEffect = (typeof personEffects)[number];

/** What a moderator submits. Reasons may quote anything: report and reason texts are never filtered. */
export interface DecisionInput {
  readonly caseId: CaseId;
  readonly finding: Finding;
  readonly policyId: PolicyId | null;
  readonly severity: 'low' | 'medium' | 'high' | null;
  readonly personEffect: PersonEffect;
  readonly reasonInternal: string;
  /** Told to the sanctioned person by the platform, where it can. */
  readonly reasonPerson: string;
  readonly notifyPerson: boolean;
  /** The reported posts are taken down. Only where something was upheld and the platform can. */
  readonly removePosts: boolean;
}

/** One effect as shown before confirming. `sideEffect` ones are done by the platform by itself. */
export interface PlannedEffect {
  readonly kind: ActionKind;
  readonly target: 'report' | 'account' | 'post';
  readonly remoteId: RemoteId;
  readonly sideEffect: boolean;
  readonly irreversible: boolean;
  readonly notifiesPerson: boolean;
}

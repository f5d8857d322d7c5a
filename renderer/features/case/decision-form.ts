import type { ActionKind } from '../../../shared/domain/action.ts';
import type { Capabilities, SanctionForm } from '../../../shared/domain/community.ts';
import { type PersonEffect, type PlannedEffect, personEffects } from '../../../shared/domain/decision.ts';
import type { ErrorCode } from '../../../shared/ipc/errors.ts';
import type { CaseDraft } from '../../../shared/ipc/topics/case.ts';

export const emptyDraft: CaseDraft = {
  finding: null,
  policyId: null,
  severity: null,
  personEffect: 'none',
  reasonInternal: '',
  reasonPerson: '',
  notifyPerson: null,
  removePosts: false,
  note: '',
};

/** True when nothing was chosen or written: such a draft need not be kept. */
export function isEmptyDraft(draft: CaseDraft): boolean {
  return (
    draft.finding === null &&
    draft.policyId === null &&
    draft.severity === null &&
    draft.personEffect === 'none' &&
    draft.notifyPerson === null &&
    !draft.removePosts &&
    [draft.reasonInternal, draft.reasonPerson, draft.note].every((text) => text.trim() === '')
  );
}

/** Effects that can be chosen here: what the platform offers, "nothing" first. */
export function offeredEffects(capabilities: Capabilities | null): PersonEffect[] {
  const offered = capabilities?.personEffects ?? [];
  return personEffects.filter((effect) => effect === 'none' || offered.includes(effect));
}

/** Effects that Hearth knows and this platform lacks. */
export function missingEffects(capabilities: Capabilities | null): PersonEffect[] {
  const offered = offeredEffects(capabilities);
  return personEffects.filter((effect) => !offered.includes(effect));
}

/** Under which key the catalogue says what an effect does: on some servers it does something else than on most. */
export function effectWordsKey(
  capabilities: Capabilities | null,
  effect: PersonEffect,
): PersonEffect | NonNullable<SanctionForm['does']> {
  return capabilities?.sanctionForms?.[effect]?.does ?? effect;
}

export function isIrreversible(capabilities: Capabilities | null, effect: PersonEffect): boolean {
  return capabilities?.irreversible.includes(effect) ?? false;
}

/** What of a decision can't be taken back on the server once it is sent. */
export function finalParts(
  capabilities: Capabilities | null,
  draft: Pick<CaseDraft, 'personEffect' | 'removePosts'>,
): { readonly person: boolean; readonly posts: boolean } {
  return {
    person: isIrreversible(capabilities, draft.personEffect),
    posts: draft.removePosts && capabilities?.restorePost !== true,
  };
}

/** One line of the preview: the same action on several reports is said once, with their number. */
export interface PreviewLine {
  readonly kind: ActionKind;
  readonly count: number;
  readonly irreversible: boolean;
  readonly notifiesPerson: boolean;
}

/** The planned effects in their order, ours and those the server adds by itself, equal ones put together. */
export function groupPreview(effects: readonly PlannedEffect[]): { ours: PreviewLine[]; servers: PreviewLine[] } {
  const group = (sideEffect: boolean): PreviewLine[] => {
    const lines = new Map<ActionKind, PreviewLine>();
    for (const effect of effects) {
      if (effect.sideEffect !== sideEffect) continue;
      const line = lines.get(effect.kind);
      lines.set(effect.kind, {
        kind: effect.kind,
        count: (line?.count ?? 0) + 1,
        irreversible: effect.irreversible || (line?.irreversible ?? false),
        notifiesPerson: effect.notifiesPerson || (line?.notifiesPerson ?? false),
      });
    }
    return [...lines.values()];
  };
  return { ours: group(false), servers: group(true) };
}

/** What kept a decision from being saved, as the pane answers it in place. */
export type Refusal =
  | { readonly kind: 'finding' | 'policy' | 'reason' | 'stale' | 'lost' }
  | { readonly kind: 'held'; readonly until: number | null }
  | { readonly kind: 'failed'; readonly code: ErrorCode };

/** Sorts an error of the contract into one of the answers the pane has. */
export function refusalOf(code: ErrorCode, detail?: Readonly<Record<string, string | number | boolean>>): Refusal {
  switch (code) {
    case 'policy-required':
      return { kind: 'policy' };
    case 'reason-required':
      return { kind: 'reason' };
    case 'stale':
    case 'forbidden-transition':
      return { kind: 'stale' };
    case 'claim-lost':
      return { kind: 'lost' };
    case 'claim-held':
      return { kind: 'held', until: typeof detail?.until === 'number' ? detail.until : null };
    default:
      return { kind: 'failed', code };
  }
}

/** What a draft lacks before it can be submitted at all; the trusted side asks for more where a policy says so. */
export function lackOf(draft: CaseDraft): Refusal | null {
  return draft.finding === null ? { kind: 'finding' } : null;
}

import type { Ability, Absence, Capabilities } from '../../../../shared/domain/community.ts';
import { longestNote } from './add-note.ts';

/** What the key and the account behind it may do. */
export interface Rights {
  readonly isStaff: boolean;
  readonly isAdmin: boolean;
  /** The key is not for reading only. */
  readonly mayWrite: boolean;
  readonly mayCount: boolean;
}

/** What Discourse has no word for, or has and Hearth leaves alone. */
const always: readonly Absence[] = [
  // Only a new flag brings a closed item back.
  { ability: 'reopen', why: 'platform' },
  { ability: 'resolveWithComment', why: 'platform' },
  // Official warnings exist as messages; no report shows afterwards that one was sent.
  { ability: 'warn', why: 'hearth' },
  { ability: 'sensitive', why: 'platform' },
  // Whoever is deactivated activates the account again by mail: no sanction.
  { ability: 'disable', why: 'platform' },
  { ability: 'dimensions', why: 'hearth' },
  { ability: 'retention', why: 'platform' },
  { ability: 'rules', why: 'platform' },
];
const acting: readonly Ability[] = ['resolve', 'silence', 'suspend', 'removePost'];

/** The abilities that follow from rights and settings, each absence with its reason. */
export function capabilitiesOf(
  rights: Rights,
  site: { readonly version: string; readonly claiming: string; readonly hasNotes: boolean },
): Capabilities {
  const { isStaff, mayWrite, mayCount } = rights;
  const hasClaims = site.claiming === 'optional' || site.claiming === 'required';
  return {
    software: 'discourse',
    version: site.version,
    reports: isStaff,
    assign: mayWrite && hasClaims,
    resolve: mayWrite,
    reopen: false,
    resolveWithComment: false,
    notes: mayWrite && site.hasNotes,
    longestNote,
    personEffects: mayWrite ? ['none', 'silence', 'suspend'] : ['none'],
    undoEffects: mayWrite ? ['silence', 'suspend'] : [],
    accountActionResolvesReports: false,
    irreversible: [],
    sanctionForms: {
      silence: { does: 'no-writing' },
      // The reason stands on the profile, unless a setting that no key can see hides it (`hide_suspension_reasons`).
      suspend: { does: 'posts-stay', words: 'public' },
    },
    measures: mayCount,
    dimensions: false,
    retention: false,
    rules: false,
    removePost: mayWrite,
    restorePost: mayWrite,
    activities: isStaff,
    absences: [
      ...always,
      ...absentWithout(mayWrite, acting),
      ...(mayWrite && hasClaims ? [] : [{ ability: 'assign', why: mayWrite ? 'platform' : 'right' } as const]),
      ...(mayWrite && site.hasNotes ? [] : [{ ability: 'notes', why: mayWrite ? 'version' : 'right' } as const]),
      ...absentWithout(mayCount, ['measures']),
      ...absentWithout(isStaff, ['activities']),
    ],
    missingRights: missingRights(rights),
  };
}

function absentWithout(right: boolean, abilities: readonly Ability[]): Absence[] {
  return right ? [] : abilities.map((ability) => ({ ability, why: 'right' }));
}

/** By Discourse's own names: the role of the account, then the scope of the key. */
function missingRights({ isStaff, isAdmin, mayWrite, mayCount }: Rights): string[] {
  if (!isStaff) return ['moderator'];
  return [...(mayWrite ? [] : ['global']), ...(mayCount || isAdmin ? [] : ['admin'])];
}

import type { Ability, Absence, Capabilities } from '../../../../shared/domain/community.ts';
import type { PersonEffect } from '../../../../shared/domain/decision.ts';
import { absencesOf } from '../../../../shared/domain/offers-ability.ts';
import { type GrantedRights, missingRights } from './rights.ts';

/** What came of asking for an optional part of the interface. */
export type Probe = 'there' | 'absent' | 'forbidden';

export interface Probes {
  readonly reports: Probe;
  readonly measures: Probe;
  readonly dimensions: Probe;
  readonly retention: Probe;
  readonly rules: Probe;
}

type Probed = 'measures' | 'dimensions' | 'retention' | 'rules';
const probed: readonly Ability[] = ['measures', 'dimensions', 'retention', 'rules'] satisfies readonly Probed[];
/** GoToSocial's interface has none of these, in no version so far (research: it answers 404 or 400). */
const notOnGoToSocial: readonly Ability[] = [
  'assign',
  'reopen',
  'warn',
  'sensitive',
  'disable',
  'silence',
  'measures',
  'dimensions',
  'retention',
];

/** What this server lets this person do, out of what was asked and granted, and why the rest is missing. */
export function capabilitiesOf(
  software: { readonly name: string; readonly version: string },
  probes: Probes,
  granted: GrantedRights,
): Capabilities {
  const isGoToSocial = software.name === 'gotosocial';
  const may = (ability: Ability) => probes.reports === 'there' && missingRights(ability, granted).length === 0;
  const effects = personEffects(isGoToSocial, may('suspend'));
  const capabilities: Capabilities = {
    software: software.name,
    version: software.version,
    reports: probes.reports === 'there',
    assign: may('assign') && !isGoToSocial,
    resolve: may('resolve'),
    reopen: may('reopen') && !isGoToSocial,
    resolveWithComment: may('resolveWithComment') && isGoToSocial,
    personEffects: effects,
    undoEffects: isGoToSocial ? [] : effects.filter((effect) => effect !== 'none' && effect !== 'warn'),
    accountActionResolvesReports: !isGoToSocial,
    irreversible: isGoToSocial ? effects.filter((effect) => effect === 'suspend') : [],
    // GoToSocial keeps the words in its own records and sends nothing.
    ...(isGoToSocial && { sanctionForms: { suspend: { words: 'unsent' } } }),
    measures: probes.measures === 'there',
    dimensions: probes.dimensions === 'there',
    retention: probes.retention === 'there',
    rules: probes.rules === 'there',
    activities: may('activities'),
  };
  const absences = absencesOf(capabilities, (ability) => whyAbsent(ability, { isGoToSocial, probes, granted }));
  const rights = [
    ...(capabilities.reports ? [] : missingRights('reports', granted)),
    ...absences.flatMap((absence) => absence.rights ?? []),
  ];
  return { ...capabilities, absences, missingRights: [...new Set(rights)] };
}

function whyAbsent(
  ability: Ability,
  { isGoToSocial, probes, granted }: { isGoToSocial: boolean; probes: Probes; granted: GrantedRights },
): Omit<Absence, 'ability'> {
  // The interface for moderators acts on accounts; single posts are for the server's pages.
  if (ability === 'removePost') return { why: 'platform' };
  // Mastodon keeps notes on its pages alone; GoToSocial takes words only along with closing a report.
  if (ability === 'notes') return { why: 'platform' };
  if (isGoToSocial ? notOnGoToSocial.includes(ability) : ability === 'resolveWithComment') return { why: 'platform' };
  if (probes[probed.includes(ability) ? (ability as Probed) : 'reports'] === 'absent') return { why: 'version' };
  const rights = missingRights(ability, granted);
  return rights.length === 0 ? { why: 'right' } : { why: 'right', rights };
}

function personEffects(isGoToSocial: boolean, mayAct: boolean): PersonEffect[] {
  if (!mayAct) return ['none'];
  return isGoToSocial ? ['none', 'suspend'] : ['none', 'warn', 'sensitive', 'disable', 'silence', 'suspend'];
}

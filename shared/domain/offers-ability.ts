import { type Ability, type Absence, abilities, type Capabilities } from './community.ts';

const sanctions = ['warn', 'sensitive', 'disable', 'silence', 'suspend'] as const satisfies readonly Ability[];

/** Whether a server offers an ability to this person, wherever its capabilities say so. */
export function offersAbility(capabilities: Capabilities, ability: Ability): boolean {
  const sanction = sanctions.find((one) => one === ability);
  if (sanction !== undefined) return capabilities.personEffects.includes(sanction);
  return capabilities[ability as Exclude<Ability, (typeof sanctions)[number]>] === true;
}

/** The absences that belong into capabilities: for every ability that is not offered, what `why` says of it. */
export function absencesOf(
  capabilities: Capabilities,
  why: (ability: Ability) => Omit<Absence, 'ability'>,
): readonly Absence[] {
  return abilities
    .filter((ability) => !offersAbility(capabilities, ability))
    .map((ability) => ({ ability, ...why(ability) }));
}

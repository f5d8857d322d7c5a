import type { Capabilities } from './community.ts';
import type { PersonEffect } from './decision.ts';

/** True where words to the person come to somebody: to the person, or to anybody who looks. */
export function takesWords(capabilities: Capabilities | null, effect: PersonEffect): boolean {
  return effect !== 'none' && capabilities?.sanctionForms?.[effect]?.words !== 'unsent';
}

/**
 * Whether the person is told of an effect. `chosen` counts where there is a choice; null, nothing chosen yet, is yes on most
 * servers and no where anybody could read what is written to the person.
 */
export function tellsPerson(capabilities: Capabilities | null, effect: PersonEffect, chosen: boolean | null): boolean {
  switch (capabilities?.sanctionForms?.[effect]?.words) {
    case 'always':
      return true;
    case 'unsent':
      return false;
    case 'public':
      return chosen ?? false;
    case undefined:
      return chosen ?? true;
  }
}

import type { ActionKind } from '../../../shared/domain/action.ts';
import type { PersonEffect } from '../../../shared/domain/decision.ts';
import { insist } from '../insist.ts';
import type { Journey } from '../journey.ts';

const stateAfter: Partial<Record<PersonEffect, string>> = {
  sensitive: 'sensitive',
  disable: 'disabled',
  silence: 'silenced',
  suspend: 'suspended',
};

function sanction(effect: PersonEffect): Journey {
  return {
    name: `${effect} an account made for tests, and take it back`,
    async run(visit) {
      const { settings, facts, connector, signal } = visit;
      const wanted = stateAfter[effect];
      if (settings.readOnly) return { couldNot: 'HEARTH_LIVE_READ_ONLY is set' };
      if (!facts.capabilities.personEffects.includes(effect) || wanted === undefined) {
        return { couldNot: 'not offered here' };
      }
      if (!facts.capabilities.undoEffects.includes(effect)) return { couldNot: 'can’t be taken back here' };
      const id = settings.account;
      if (id === null) return { couldNot: 'HEARTH_LIVE_ACCOUNT names no account for it' };
      const look = () => connector.readAccount(id, signal);
      const before = await look();
      insist(before !== null, 'the account is not there');
      insist(before.state === 'active', `the account is ${before.state} already`);
      try {
        await visit.perform(`account.${effect}` as ActionKind, id, { text: 'Hearth live suite' });
        await visit.until(look, (seen) => seen?.state === wanted, `the account does not show as ${wanted}`);
      } finally {
        await visit.perform(`account.undo-${effect}` as ActionKind, id);
      }
      await visit.until(look, (seen) => seen?.state === 'active', 'the account is not as it was');
      return { did: `${wanted}, and active again` };
    },
  };
}

const post: Journey = {
  name: 'take down a post made for tests, and put it back',
  async run(visit) {
    const { settings, facts } = visit;
    if (settings.readOnly) return { couldNot: 'HEARTH_LIVE_READ_ONLY is set' };
    if (facts.capabilities.removePost !== true) return { couldNot: 'not offered here' };
    if (facts.capabilities.restorePost !== true) return { couldNot: 'can’t be put back here' };
    if (settings.post === null) return { couldNot: 'HEARTH_LIVE_POST names no post for it' };
    await visit.perform('post.remove', settings.post);
    await visit.perform('post.restore', settings.post);
    return { did: 'taken down and put back, and the server said yes to both' };
  },
};

export const sanctions: readonly Journey[] = [
  ...(['sensitive', 'disable', 'silence', 'suspend'] as const).map(sanction),
  post,
];

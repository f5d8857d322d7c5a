import type { RemoteReport } from '../../../electron/data/platforms/platform.ts';
import { factsFrom } from '../../../electron/data/sync/read-facts.ts';
import type { ActionKind } from '../../../shared/domain/action.ts';
import type { PersonEffect } from '../../../shared/domain/decision.ts';
import { insist } from '../insist.ts';
import type { Journey } from '../journey.ts';
import type { Visit } from '../visit.ts';

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
    const report = reportAbout(visit, settings.post);
    try {
      await visit.perform('post.remove', settings.post);
      if (report) await seePost(visit, report, { isUp: false });
    } finally {
      await visit.perform('post.restore', settings.post);
      // Some platforms close the reports of what is taken down.
      if (report && (await visit.report(report.remoteId)).state !== 'open') {
        await visit.perform('report.reopen', report.remoteId);
      }
    }
    if (report) await seePost(visit, report, { isUp: true });
    return { did: `taken down and put back, and ${report ? 'its report showed both' : 'the server said yes to both'}` };
  },
};

/** An open report about the post. One that could not be opened again is left alone. */
function reportAbout({ open, facts }: Visit, post: string): RemoteReport | undefined {
  if (!facts.capabilities.reopen) return undefined;
  return open.find(({ posts }) => posts.some(({ remoteId }) => remoteId === post));
}

/** By the facts on which the product's own judgement rests. */
async function seePost(visit: Visit, about: RemoteReport, wanted: { isUp: boolean }): Promise<void> {
  const look = () => visit.report(about.remoteId);
  const isUp = (seen: RemoteReport) => factsFrom(seen, 0).postIds.includes(visit.settings.post ?? '');
  const otherwise = wanted.isUp
    ? 'the report does not show its post as put back'
    : 'the report shows its post as still up';
  await visit.until(look, (seen) => isUp(seen) === wanted.isUp, otherwise);
}

export const sanctions: readonly Journey[] = [
  ...(['sensitive', 'disable', 'silence', 'suspend'] as const).map(sanction),
  post,
];

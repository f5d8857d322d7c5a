import { insist } from '../insist.ts';
import type { Journey } from '../journey.ts';
import type { Visit } from '../visit.ts';

const words = 'Hearth live suite';

/** Why nothing may be done for good, or null. */
function hindered({ settings }: Visit): { couldNot: string } | null {
  if (settings.readOnly) return { couldNot: 'HEARTH_LIVE_READ_ONLY is set' };
  return settings.forGood ? null : { couldNot: 'HEARTH_LIVE_FOR_GOOD is not set' };
}

const close: Journey = {
  name: 'close a report made for tests, for good',
  async run(visit) {
    const { settings, facts } = visit;
    const hindrance = hindered(visit);
    if (hindrance) return hindrance;
    const { resolve, reopen, resolveWithComment } = facts.capabilities;
    if (!resolve) return { couldNot: 'reports can’t be closed by this account' };
    if (reopen) return { couldNot: 'it can be opened again here' };
    if (settings.report === null) return { couldNot: 'HEARTH_LIVE_REPORT names no report for it' };
    const before = await visit.report(settings.report);
    insist(before.state === 'open', 'the report is closed already');
    await visit.perform('report.resolve', before.remoteId, { upheld: true, text: resolveWithComment ? words : '' });
    const look = () => visit.report(before.remoteId);
    const closed = await visit.until(look, ({ state }) => state === 'resolved', 'the report does not show as closed');
    insist(closed.resolvedBy === null || closed.resolvedBy === facts.accountHandle, 'somebody else closed it');
    insist(closed.version !== before.version, 'the version did not change though the report was closed');
    return { did: `closed${resolveWithComment ? ' with words' : ''}, seen as closed by us` };
  },
};

const suspend: Journey = {
  name: 'suspend an account made for tests, for good',
  async run(visit) {
    const { settings, facts, connector, signal } = visit;
    const hindrance = hindered(visit);
    if (hindrance) return hindrance;
    const { personEffects, undoEffects } = facts.capabilities;
    if (!personEffects.includes('suspend')) return { couldNot: 'not offered here' };
    if (undoEffects.includes('suspend')) return { couldNot: 'it can be taken back here' };
    const id = settings.account;
    if (id === null) return { couldNot: 'HEARTH_LIVE_ACCOUNT names no account for it' };
    const look = () => connector.readAccount(id, signal);
    insist((await look())?.state === 'active', 'the account is not there, or not active');
    await visit.perform('account.suspend', id, { text: words });
    await visit.until(look, (seen) => seen?.state === 'suspended', 'the account does not show as suspended');
    return { did: 'suspended' };
  },
};

const remove: Journey = {
  name: 'take down a post made for tests, for good',
  async run(visit) {
    const { settings, facts } = visit;
    const hindrance = hindered(visit);
    if (hindrance) return hindrance;
    if (facts.capabilities.removePost !== true) return { couldNot: 'not offered here' };
    if (facts.capabilities.restorePost === true) return { couldNot: 'it can be put back here' };
    if (settings.post === null) return { couldNot: 'HEARTH_LIVE_POST names no post for it' };
    await visit.perform('post.remove', settings.post);
    return { did: 'taken down, and the server said yes' };
  },
};

/** What can't be taken back: only with a word for it, and only to what was made for tests. */
export const forGood: readonly Journey[] = [close, remove, suspend];

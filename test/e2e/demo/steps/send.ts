import type { Demo } from '../demo.ts';
import { hold } from '../narrate.ts';

/** The network comes back; waits until the outbox is empty and what met a colleague’s work waits for a person. */
export async function goOnline({ window, world }: Demo) {
  await world.connectNetwork();
  await window.run('sync.toggleOffline');
  await window.untilNetworkShows('online');
  const { decisionsFailed, conflicts } = await window.untilStatus(
    'the outbox was never emptied',
    ({ decisionsWaiting, syncs }) => decisionsWaiting === 0 && syncs.every(({ phase }) => phase === 'idle'),
  );
  hold(decisionsFailed === 0, `${decisionsFailed} decisions could not be sent.`);
  hold(conflicts === 1, `There should be one conflict, but there are ${conflicts}.`);
  return { say: 'everything is sent; one decision met a colleague’s', value: undefined };
}

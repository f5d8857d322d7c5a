import type { Capabilities } from '../../../../shared/domain/community.ts';
import type { ServerFacts } from '../../platforms/platform.ts';
import { recordServerFacts, setConnection } from '../../store/communities/commands.ts';
import { recordPolicies } from '../../store/policies/commands.ts';
import { inTransaction } from '../../store/transaction.ts';
import { communityOf, type PullRun } from './pull-run.ts';

/** Asks the server what it is and what we may do there, and takes over its rules as policies. */
export async function readServer(run: PullRun): Promise<void> {
  run.progress('connecting', 0, null);
  const { context } = run.tools;
  const before = communityOf(run);
  const facts = await readTwiceWhenLost(run, before.capabilities);
  inTransaction(context.write, () => {
    recordServerFacts(context.write, run.communityId, facts.accountHandle, facts.capabilities);
    setConnection(context.write, run.communityId, 'connected');
    recordPolicies(context.write, run.communityId, facts.rules, context.clock.now());
  });
  if (before.connection !== 'connected') context.changed(['communities']);
}

/**
 * One bad answer must not take away what decisions need: a case decided while the server seems unable to close reports owes
 * the server nothing, and its reports would stay open there. So a loss has to be said twice.
 */
async function readTwiceWhenLost(run: PullRun, before: Capabilities | null): Promise<ServerFacts> {
  const facts = await run.connector.readFacts(run.signal);
  return before && loses(before, facts.capabilities) ? run.connector.readFacts(run.signal) : facts;
}

function loses(before: Capabilities, now: Capabilities): boolean {
  return (
    (before.reports && !now.reports) ||
    (before.resolve && !now.resolve) ||
    before.personEffects.some((effect) => !now.personEffects.includes(effect))
  );
}

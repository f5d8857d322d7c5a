import { recordServerFacts, setConnection } from '../../store/communities/commands.ts';
import { recordPolicies } from '../../store/policies/commands.ts';
import { inTransaction } from '../../store/transaction.ts';
import { communityOf, type PullRun } from './pull-run.ts';

/** Asks the server what it is and what we may do there, and takes over its rules as policies. */
export async function readServer(run: PullRun): Promise<void> {
  run.progress('connecting', 0, null);
  const facts = await run.connector.readFacts(run.signal);
  const { context } = run.tools;
  const before = communityOf(run);
  inTransaction(context.write, () => {
    recordServerFacts(context.write, run.communityId, facts.accountHandle, facts.capabilities);
    setConnection(context.write, run.communityId, 'connected');
    recordPolicies(context.write, run.communityId, facts.rules, context.clock.now());
  });
  if (before.connection !== 'connected') context.changed(['communities']);
}

import type { Community, RemotePlatform } from '../../../shared/domain/community.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import { connectorFor } from '../platforms/connector-for.ts';
import { RequestBudgets } from '../platforms/http/request-budget.ts';
import type { Credentials } from '../platforms/oauth/credentials.ts';
import { practiceLanes } from '../practice/world/rules.ts';
import type { DataContext } from '../service/context.ts';
import { recordEvent } from '../service/record-event.ts';
import { saveConnectedCommunity, updateCommunity } from '../store/communities/commands.ts';
import { findCommunity } from '../store/communities/queries.ts';
import { recordPolicies, setRuleLane } from '../store/policies/commands.ts';
import { inTransaction } from '../store/transaction.ts';
import { syncOf } from '../sync/sync-of.ts';

/** Where a community's days begin until a person says otherwise. */
const machineZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * Finds out what the server can do with these credentials, then writes community, secrets and rules in one transaction.
 * Nothing is written when the server does not answer or the account may not read reports.
 */
export async function addCommunity(
  context: DataContext,
  credentials: Credentials,
  platform: RemotePlatform,
  signal: AbortSignal,
): Promise<Community> {
  const { baseUrl, accessToken } = credentials;
  const target = { platform, baseUrl, accessToken, userName: credentials.userName ?? null, software: null };
  const connector = connectorFor(target, new RequestBudgets());
  const facts = await connector.readFacts(signal);
  const { reports, missingRights = [] } = facts.capabilities;
  if (!reports) throw new HearthError('forbidden', { missing: missingRights.join(', ') });
  const at = context.clock.now();
  const id = inTransaction(context.write, () => {
    const saved = saveConnectedCommunity(context.write, {
      name: facts.name,
      platform,
      baseUrl,
      accountRemoteId: facts.accountRemoteId,
      accountHandle: facts.accountHandle,
      capabilities: facts.capabilities,
      timeZone: machineZone(),
      credentials: {
        kind: credentials.kind === 'pasted' ? 'token' : credentials.kind,
        accessToken,
        clientId: credentials.clientId,
        clientSecret: credentials.clientSecret,
        scopes: credentials.scopes,
        obtainedAt: at,
      },
      at,
    });
    // Nobody in the practice community is real.
    if (platform === 'practice') updateCommunity(context.write, saved, { holdsPersonalData: false });
    recordPolicies(context.write, saved, facts.rules, at);
    if (platform === 'practice') {
      for (const { ruleId, lane } of practiceLanes) setRuleLane(context.write, saved, ruleId, lane);
    }
    recordEvent(context, 'community.connected', saved);
    return saved;
  });
  context.changed(['communities', 'queue']);
  syncOf(context).wake();
  return requireCommunity(context, id);
}

/** The community of this number. Throws 'not-found'. */
export function requireCommunity(context: DataContext, id: Community['id']): Community {
  const community = findCommunity(context.write, id);
  if (community === null) throw new HearthError('not-found');
  return community;
}

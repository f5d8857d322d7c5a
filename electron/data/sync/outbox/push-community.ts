import type { CommunityId, DecisionId } from '../../../../shared/domain/ids.ts';
import { type PlatformConnector, PlatformError } from '../../platforms/platform.ts';
import { listActionsOfDecision, listWaitingDecisions } from '../../store/actions/queries.ts';
import type { ActionRow } from '../../store/actions/row.ts';
import { findCase } from '../../store/cases/queries.ts';
import { setConnection } from '../../store/communities/commands.ts';
import { findCommunity } from '../../store/communities/queries.ts';
import { tellClaims } from '../claims/tell-claims.ts';
import type { Lane } from '../lane.ts';
import type { SyncTools } from '../tools.ts';
import { sendAction } from './send-action.ts';
import { sendNotes } from './send-notes.ts';
import type { SendRun } from './send-run.ts';
import { settleSending } from './settle-sending.ts';

export interface PushRequest {
  readonly communityId: CommunityId;
  readonly connector: PlatformConnector;
  readonly lane: Lane;
  readonly signal: AbortSignal;
  readonly sendingSeen: Map<number, number>;
  /** Somebody asked for everything that waits to be sent now. */
  readonly atOnce?: boolean;
}

/** What ended a pass: everything due was tried, or the connection itself said no. */
export type PushOutcome =
  | { readonly ended: 'done' | 'cancelled' }
  | { readonly ended: 'stopped'; readonly error: PlatformError };

/**
 * Sends what is due in a community, in the order it was decided, then says whose reports are held here. Never throws for trouble with the
 * platform.
 */
export async function pushCommunity(tools: SyncTools, request: PushRequest): Promise<PushOutcome> {
  const { write } = tools.context;
  const run: SendRun = {
    ...request,
    tools,
    community: () => {
      const community = findCommunity(write, request.communityId);
      if (!community) throw new DOMException('The community is gone', 'AbortError');
      return community;
    },
  };
  // Two decisions about one person keep their order: what is still owed from the first comes first.
  const heldBack = new Set<number>();
  for (const waiting of listWaitingDecisions(write, request.communityId)) {
    if (request.signal.aborted || !tools.context.network.mayConnect()) return { ended: 'cancelled' };
    const author = findCase(write, waiting.case_id)?.author_member_id ?? 0;
    if (heldBack.has(author)) continue;
    const send = () => request.lane.run(() => sendDecision(run, waiting.decision_id));
    const ended = await unlessStopped(tools, request, send);
    if (ended) return ended;
    if (nextUnfinished(tools, waiting.decision_id)) heldBack.add(author);
  }
  // Afterwards, so that no decision ever waits for a note or a claim.
  const rest = async () => {
    await sendNotes(run);
    await tellClaims(run, { atOnce: request.atOnce === true });
  };
  return (await unlessStopped(tools, request, rest)) ?? { ended: 'done' };
}

/** Null when the work was done; otherwise what ended the pass. */
async function unlessStopped(
  tools: SyncTools,
  request: PushRequest,
  work: () => Promise<void>,
): Promise<PushOutcome | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof PlatformError) return stopped(tools, request.communityId, error);
    if (request.signal.aborted) return { ended: 'cancelled' };
    throw error;
  }
}

function stopped(tools: SyncTools, communityId: CommunityId, error: PlatformError): PushOutcome {
  if (error.code === 'unauthorized') {
    setConnection(tools.context.write, communityId, 'expired');
    tools.context.changed(['communities']);
  }
  return { ended: 'stopped', error };
}

async function sendDecision(run: SendRun, id: DecisionId): Promise<void> {
  for (;;) {
    const next = nextUnfinished(run.tools, id);
    if (!next || !isDue(run.tools, next) || !run.tools.context.network.mayConnect()) return;
    const step = next.state === 'sending' ? await settleSending(run, next) : await sendAction(run, next);
    if (step === 'stop') return;
  }
}

function nextUnfinished(tools: SyncTools, id: DecisionId): ActionRow | undefined {
  return listActionsOfDecision(tools.context.write, id).find(
    (one) => one.state !== 'applied' && one.state !== 'reversed',
  );
}

function isDue(tools: SyncTools, action: ActionRow): boolean {
  const now = tools.context.clock.now();
  if (action.state !== 'confirmed' && action.state !== 'sending') return false;
  return (action.state === 'sending' || action.not_before <= now) && (action.next_attempt_at ?? 0) <= now;
}

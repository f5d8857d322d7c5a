import { createHash } from 'node:crypto';
import type { ActionKind } from '../../../../shared/domain/action.ts';
import type { Ability, Absence, Capabilities } from '../../../../shared/domain/community.ts';
import type { PersonEffect } from '../../../../shared/domain/decision.ts';
import { decodeAnswer } from '../decode/decode-items.ts';
import type { RemoteValue } from '../decode/remote-value.ts';
import { readNodeInfo } from '../detect/node-info.ts';
import { readIfOffered } from '../detect/read-if-there.ts';
import type { HttpClient } from '../http/http-client.ts';
import { PlatformError, type RemoteRule, type ServerFacts } from '../platform.ts';
import { ask } from './ask.ts';
import { accountsList, accountsRight, actionsOf, reportsRight, selfRight } from './permissions.ts';
import { type Standing, standingAt, standingOf } from './read-rights.ts';

/** Who the token belongs to, what the server is, and what it can do for this person: asked and probed, never assumed. */
export async function readFacts(http: HttpClient, signal: AbortSignal): Promise<ServerFacts> {
  const software = await readSoftware(http, signal);
  const meta = await ask(http, 'meta', { detail: false }, signal);
  const server = decodeAnswer(meta.body, (value) => ({
    name: value.at('name').textOr(''),
    version: value.at('version').textOr(''),
    rules: value.at('serverRules').listOrNone().map(readRule),
    hasRules: !value.at('serverRules').isMissing,
  }));
  const me = await readSelf(http, signal);
  const found = await readStandings(http, software, me.isStaff, signal);
  return {
    name: server.name === '' ? new URL(http.origin).host : server.name,
    accountRemoteId: me.id,
    accountHandle: me.handle,
    capabilities: capabilitiesFrom({ software, version: server.version, hasRules: server.hasRules, ...found }),
    rules: server.rules,
  };
}

/** "misskey" or "sharkey", by what the server says of itself. A broken answer must not take Sharkey's abilities away. */
export async function readSoftware(http: HttpClient, signal: AbortSignal): Promise<string> {
  return (await readNodeInfo(http, signal, readIfOffered))?.name ?? 'misskey';
}

async function readSelf(
  http: HttpClient,
  signal: AbortSignal,
): Promise<{ id: string; handle: string; isStaff: boolean | null }> {
  try {
    const answer = await ask(http, 'i', {}, signal);
    return decodeAnswer(answer.body, (value) => ({
      id: value.at('id').id(),
      handle: value.at('username').textOr(''),
      isStaff: isStaff(value),
    }));
  } catch (error) {
    const lacksRight = error instanceof PlatformError && error.reason === 'PERMISSION_DENIED';
    // The name of what is missing helps more than that something is.
    throw lacksRight ? new PlatformError('forbidden', { status: error.status ?? 403, reason: selfRight }) : error;
  }
}

/** Null where the server does not say: then what it lets us do has to tell. */
function isStaff(value: RemoteValue): boolean | null {
  const flags = [value.at('isModerator'), value.at('isAdmin')];
  return flags.every((flag) => flag.isMissing) ? null : flags.some((flag) => flag.flagOr(false));
}

interface Found {
  readonly isStaff: boolean | null;
  readonly reports: Standing;
  readonly actions: ReadonlyMap<ActionKind, Standing>;
  readonly missingRights: readonly string[];
  readonly timeline: Standing;
  readonly charts: Standing;
  readonly retention: Standing;
}

async function readStandings(
  http: HttpClient,
  software: string,
  staff: boolean | null,
  signal: AbortSignal,
): Promise<Found> {
  const reads = (endpoint: string, body: Record<string, unknown>) =>
    standingOf(() => ask(http, endpoint, body, signal).catch(asLacking));
  const reports = staff === false ? 'right' : await reads('admin/abuse-user-reports', { limit: 1 });
  const actions = new Map<ActionKind, Standing>();
  const missing = new Set<string>();
  if (staff === false) missing.add('moderator');
  else if (reports === 'right') missing.add(reportsRight);
  for (const { kind, endpoint, right } of actionsOf(software)) {
    const standing = staff === false ? 'right' : await standingAt(http, endpoint, signal);
    actions.set(kind, standing);
    if (staff !== false && standing === 'right') missing.add(right);
  }
  // Posts are listed without it: only who joined when is not.
  if (staff !== false && (await reads(accountsList, { limit: 1 })) === 'right') missing.add(accountsRight);
  return {
    isStaff: staff,
    reports,
    actions,
    missingRights: [...missing],
    timeline: await reads('notes/local-timeline', { limit: 1 }),
    charts: await reads('charts/active-users', { span: 'day', limit: 1 }),
    retention: await reads('retention', {}),
  };
}

/** LTL_DISABLED and its like come as an ordinary refusal, which for a question that was well asked means no. */
function asLacking(error: unknown): never {
  const isNo = error instanceof PlatformError && error.code === 'refused';
  throw isNo ? new PlatformError('forbidden', { ...(error.reason !== null && { reason: error.reason }) }) : error;
}

function capabilitiesFrom(
  found: Found & { readonly software: string; readonly version: string; readonly hasRules: boolean },
): Capabilities {
  const may = (kind: ActionKind) => found.actions.get(kind) === 'may' && found.reports === 'may';
  const effects = (['silence', 'suspend'] as const).filter((effect) => may(`account.${effect}`));
  const personEffects: PersonEffect[] = ['none', ...effects];
  const capabilities: Capabilities = {
    software: found.software,
    version: found.version,
    reports: found.reports === 'may',
    assign: false,
    resolve: may('report.resolve'),
    reopen: false,
    resolveWithComment: false,
    personEffects,
    undoEffects: effects.filter((effect) => may(`account.undo-${effect}`)),
    accountActionResolvesReports: false,
    irreversible: [],
    // Neither call takes words.
    sanctionForms: { silence: { words: 'unsent' }, suspend: { words: 'unsent' } },
    measures: found.charts === 'may',
    dimensions: false,
    retention: found.retention === 'may',
    rules: found.hasRules,
    removePost: may('post.remove'),
    // A deleted note is gone for good, on every server it went to.
    restorePost: false,
    activities: found.timeline === 'may',
    missingRights: found.missingRights,
  };
  return { ...capabilities, absences: absencesOf(capabilities, found) };
}

function absencesOf(can: Capabilities, found: Found): readonly Absence[] {
  const absences: Absence[] = [];
  const note = (ability: Ability, isThere: boolean | undefined, why: Absence['why']) => {
    if (isThere !== true) absences.push({ ability, why });
  };
  const because = (standing: Standing | undefined): Absence['why'] => {
    if (standing === undefined) return 'platform';
    return standing === 'version' ? 'version' : 'right';
  };
  const acting = (kind: ActionKind) => (found.reports === 'may' ? because(found.actions.get(kind)) : 'right');
  note('assign', can.assign, 'platform');
  note('resolve', can.resolve, acting('report.resolve'));
  note('reopen', can.reopen, 'platform');
  note('resolveWithComment', can.resolveWithComment, 'platform');
  // One text for the whole team: writing replaces all of it, and what a colleague wrote meanwhile would be lost.
  note('notes', false, 'hearth');
  note('warn', false, 'platform');
  // Sharkey can mark an account's media; what became of it can't be read back.
  note('sensitive', false, can.software === 'sharkey' ? 'hearth' : 'platform');
  note('disable', false, 'platform');
  note(
    'silence',
    can.personEffects.includes('silence'),
    found.actions.has('account.silence') ? acting('account.silence') : 'platform',
  );
  note('suspend', can.personEffects.includes('suspend'), acting('account.suspend'));
  note('removePost', can.removePost, acting('post.remove'));
  note('activities', can.activities, because(found.timeline));
  note('measures', can.measures, because(found.charts));
  note('dimensions', can.dimensions, 'platform');
  note('retention', can.retention, because(found.retention));
  note('rules', can.rules, 'version');
  return absences;
}

/** Rules are plain lines without a number of their own: one that was reworded is another rule. */
function readRule(value: RemoteValue): RemoteRule {
  const title = value.textOr('');
  return { remoteId: createHash('sha256').update(title).digest('hex').slice(0, 16), title, text: '' };
}

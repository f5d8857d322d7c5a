import type { Absence, Capabilities } from '../../../../shared/domain/community.ts';
import type { PersonEffect } from '../../../../shared/domain/decision.ts';
import { decodeAnswer } from '../decode/decode-items.ts';
import type { HttpClient } from '../http/http-client.ts';
import { PlatformError, type ServerFacts } from '../platform.ts';
import { adminPath } from './admin-path.ts';
import type { AdminReader } from './admin-reader.ts';
import { serverOf } from './matrix-id.ts';

/** What of the admin interface this account gets to see. */
interface Reach {
  readonly version: string;
  /** What stands in the way, by the name under which an administrator finds it; null when nothing does. */
  readonly missing: string | null;
  readonly canSuspend: boolean;
  readonly canLock: boolean;
}

/** The path that a proxy in front of Synapse has to let through. */
const unreachable = adminPath;
const notAdmin = 'server admin';

/** Who the token belongs to, and what this server lets them do: asked, never taken from the version. */
export async function readFacts(http: HttpClient, reader: AdminReader, signal: AbortSignal): Promise<ServerFacts> {
  const self = await reader.whoAmI(signal);
  return {
    name: serverOf(self),
    accountRemoteId: self,
    accountHandle: self,
    capabilities: capabilitiesOf(await readReach(http, self, signal)),
    rules: [],
  };
}

async function readReach(http: HttpClient, self: string, signal: AbortSignal): Promise<Reach> {
  const without = { version: '', canSuspend: false, canLock: false };
  const said = await ask(http, `${adminPath}/v1/server_version`, signal);
  if (said.missing !== null) return { ...without, missing: said.missing };
  const version = decodeAnswer(said.body, (value) => value.at('server_version').textOr(''));
  const reports = await ask(http, `${adminPath}/v1/event_reports?limit=1`, signal);
  if (reports.missing !== null) return { ...without, version, missing: reports.missing };
  // The own account shows which states this version knows: locking since 1.93, suspending since 1.122 (1.121 may refuse it).
  const own = await ask(http, `${adminPath}/v2/users/${encodeURIComponent(self)}`, signal);
  if (own.missing !== null) return { ...without, version, missing: own.missing };
  return decodeAnswer(own.body, (value) => ({
    version,
    missing: null,
    canSuspend: !value.at('suspended').isMissing,
    canLock: !value.at('locked').isMissing,
  }));
}

/**
 * Asks for something that every Synapse has. Its own refusal means that the account is no server admin; a refusal without
 * Matrix's error code, or no such path although Matrix answers, that something in front of it keeps the interface closed.
 */
async function ask(
  http: HttpClient,
  path: string,
  signal: AbortSignal,
): Promise<{ readonly body: unknown; readonly missing: string | null }> {
  try {
    return { body: (await http.send({ method: 'GET', path, signal })).body, missing: null };
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    if (error.code === 'forbidden' && error.reason === 'M_FORBIDDEN') return { body: null, missing: notAdmin };
    const isClosed = error.code === 'not-found' || (error.code === 'forbidden' && error.reason === null);
    if (isClosed) return { body: null, missing: unreachable };
    throw error;
  }
}

function capabilitiesOf({ version, missing, canSuspend, canLock }: Reach): Capabilities {
  const isOpen = missing === null;
  const effects: PersonEffect[] = [
    ...(canLock ? (['disable'] as const) : []),
    ...(canSuspend ? (['suspend'] as const) : []),
  ];
  return {
    software: 'synapse',
    version,
    reports: isOpen,
    assign: false,
    // Synapse can only delete a report. Cases are closed here; the report stays where it is.
    resolve: false,
    reopen: false,
    resolveWithComment: false,
    personEffects: ['none', ...effects],
    undoEffects: effects,
    accountActionResolvesReports: false,
    irreversible: [],
    // Neither call takes words.
    sanctionForms: { disable: { words: 'unsent' }, suspend: { does: 'no-writing', words: 'unsent' } },
    measures: isOpen,
    dimensions: false,
    retention: false,
    rules: false,
    removePost: false,
    restorePost: false,
    activities: false,
    absences: [
      ...always,
      ...(canLock ? [] : [{ ability: 'disable', why: isOpen ? 'version' : 'right' } as const]),
      ...(canSuspend ? [] : [{ ability: 'suspend', why: isOpen ? 'version' : 'right' } as const]),
      ...(isOpen ? [] : [{ ability: 'measures', why: 'right' } as const]),
    ],
    missingRights: missing === null ? [] : [missing],
  };
}

/** Reasons in words: docs/platforms/matrix.md. */
const always: readonly Absence[] = [
  { ability: 'assign', why: 'platform' },
  // Only deleting exists, for good and without a trace.
  { ability: 'resolve', why: 'hearth' },
  { ability: 'reopen', why: 'platform' },
  { ability: 'resolveWithComment', why: 'platform' },
  { ability: 'notes', why: 'platform' },
  // A server notice: nothing that could be read shows that it arrived.
  { ability: 'warn', why: 'hearth' },
  { ability: 'sensitive', why: 'platform' },
  // A shadow ban: the person is made to believe that they are heard, and can't object to what they don't know of.
  { ability: 'silence', why: 'hearth' },
  // Redacting can't be undone, and the admin interface takes down all that somebody wrote in a span of time.
  { ability: 'removePost', why: 'hearth' },
  // Would take reading every room.
  { ability: 'activities', why: 'platform' },
  { ability: 'dimensions', why: 'platform' },
  { ability: 'retention', why: 'platform' },
  { ability: 'rules', why: 'platform' },
];

import type { Ability, Absence, Capabilities } from '../../../../shared/domain/community.ts';
import type { PersonEffect } from '../../../../shared/domain/decision.ts';
import type { ServerFacts } from '../platform.ts';
import type { LemmyServer } from './server.ts';

/** Who we are and what this server can do for us: it follows from its version and from the two roles Lemmy knows. */
export function factsOf(server: LemmyServer): ServerFacts {
  return {
    name: server.title,
    accountRemoteId: String(server.myId),
    accountHandle: server.myHandle,
    capabilities: capabilitiesOf(server),
    rules: [],
  };
}

function capabilitiesOf(server: LemmyServer): Capabilities {
  const { isAdmin, moderates, version } = server;
  const mayModerate = isAdmin || moderates.size > 0;
  const effects = personEffects(isAdmin, mayModerate);
  const keepsConclusions = mayModerate && hasConclusions(server);
  return {
    software: 'lemmy',
    version,
    reports: mayModerate,
    assign: false,
    resolve: mayModerate,
    reopen: mayModerate,
    resolveWithComment: keepsConclusions,
    personEffects: effects,
    undoEffects: effects.filter((effect) => effect !== 'none'),
    accountActionResolvesReports: false,
    postActionResolvesReports: removalResolvesReports(version),
    irreversible: [],
    // Every reason stands in the moderation log, which anybody can read.
    sanctionForms: {
      silence: { does: 'no-writing-in-space', words: 'public' },
      suspend: { does: 'posts-stay', words: 'public' },
    },
    measures: true,
    dimensions: false,
    retention: false,
    rules: false,
    removePost: mayModerate,
    restorePost: mayModerate,
    activities: true,
    absences: absencesOf(server, { mayModerate, keepsConclusions }),
    missingRights: isAdmin ? [] : [mayModerate ? 'admin' : 'moderator'],
  };
}

/** `silence` is a ban from the community that the report is about, `suspend` one from the whole server. */
function personEffects(isAdmin: boolean, mayModerate: boolean): PersonEffect[] {
  if (!mayModerate) return ['none'];
  return isAdmin ? ['none', 'silence', 'suspend'] : ['none', 'silence'];
}

function absencesOf(
  { isAdmin, dialect }: LemmyServer,
  { mayModerate, keepsConclusions }: { readonly mayModerate: boolean; readonly keepsConclusions: boolean },
): Absence[] {
  const never: readonly Ability[] = ['assign', 'notes', 'sensitive', 'disable', 'dimensions', 'retention', 'rules'];
  const withRights: readonly Ability[] = ['resolve', 'reopen', 'silence', 'removePost'];
  return [
    ...never.map((ability): Absence => ({ ability, why: 'platform' })),
    // 1.0 can warn somebody about a post; Hearth's warnings are about a person and close the report.
    { ability: 'warn', why: dialect.name === 'v4' ? 'hearth' : 'version' },
    ...(mayModerate ? [] : withRights.map((ability): Absence => ({ ability, why: 'right' }))),
    ...(isAdmin ? [] : [{ ability: 'suspend', why: 'right' } as const]),
    ...(keepsConclusions ? [] : [{ ability: 'resolveWithComment', why: mayModerate ? 'version' : 'right' } as const]),
  ];
}

/** Written as `resolve_reason` for some days and as `conclusion` since; no release before 1.0 itself has it for sure. */
function hasConclusions({ dialect, version }: LemmyServer): boolean {
  return dialect.name === 'v4' && !version.includes('-');
}

/** Since 0.19.4. Not known for development builds, which are newer. */
function removalResolvesReports(version: string): boolean {
  const match = /^0\.(\d+)\.(\d+)/.exec(version);
  if (!match) return true;
  const [minor, patch] = [Number(match[1]), Number(match[2])];
  return minor > 19 || (minor === 19 && patch >= 4);
}

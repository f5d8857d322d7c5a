import type { Absence, Capabilities } from '../../../../shared/domain/community.ts';
import type { PersonEffect } from '../../../../shared/domain/decision.ts';
import { RemoteValue } from '../decode/remote-value.ts';
import { readNodeInfo } from '../detect/node-info.ts';
import { readIfThere } from '../detect/read-if-there.ts';
import type { HttpClient } from '../http/http-client.ts';
import { isDenied } from '../http/is-denied.ts';
import type { ServerFacts } from '../platform.ts';
import { type Self, whoAmI } from './who-am-i.ts';

/** Who the token belongs to, what the forum is, and what it lets this account do. */
export async function readFacts(http: HttpClient, signal: AbortSignal): Promise<ServerFacts> {
  const self = await whoAmI(http, signal);
  const config = new RemoteValue(await readIfThere(http, '/api/config', signal));
  const info = await readNodeInfo(http, signal);
  const title = config.isObject ? config.at('siteTitle').textOr('') : '';
  const measures = await offers(http, '/api/v3/admin/analytics', signal);
  return {
    name: title || new URL(http.base).host,
    accountRemoteId: self.uid,
    accountHandle: self.name,
    capabilities: capabilitiesOf(self, info?.name === 'nodebb' ? info.version : '', measures),
    rules: [],
  };
}

function capabilitiesOf(self: Self, version: string, measures: boolean): Capabilities {
  const moderates = self.role !== 'member';
  const personEffects: PersonEffect[] = ['none'];
  if (moderates && self.mayMute) personEffects.push('silence');
  if (moderates && self.mayBan) personEffects.push('suspend');
  const removes = moderates;
  return {
    software: 'nodebb',
    version,
    reports: moderates,
    assign: moderates,
    resolve: moderates,
    reopen: moderates,
    resolveWithComment: moderates,
    notes: moderates,
    personEffects,
    undoEffects: personEffects.filter((effect) => effect !== 'none'),
    accountActionResolvesReports: false,
    suspensionMayResolveReports: true,
    irreversible: [],
    // The reason is shown to whoever is banned or muted, and a ban is mailed; nothing turns that off.
    sanctionForms: {
      silence: { does: 'no-writing', words: 'always' },
      suspend: { does: 'posts-stay', words: 'always' },
    },
    measures,
    dimensions: false,
    retention: false,
    rules: false,
    removePost: removes,
    restorePost: removes,
    activities: true,
    absences: absencesOf(moderates, personEffects, measures),
    missingRights: missingRightsOf(self, measures),
  };
}

function absencesOf(moderates: boolean, effects: readonly PersonEffect[], measures: boolean): Absence[] {
  const absences: Absence[] = [
    { ability: 'warn', why: 'platform' },
    { ability: 'sensitive', why: 'platform' },
    { ability: 'disable', why: 'platform' },
    { ability: 'dimensions', why: 'platform' },
    { ability: 'retention', why: 'platform' },
    { ability: 'rules', why: 'platform' },
  ];
  if (!moderates) {
    for (const ability of ['assign', 'resolve', 'reopen', 'resolveWithComment', 'notes', 'removePost'] as const) {
      absences.push({ ability, why: 'right' });
    }
  }
  for (const ability of ['silence', 'suspend'] as const) {
    if (!effects.includes(ability)) absences.push({ ability, why: 'right' });
  }
  if (!measures) absences.push({ ability: 'measures', why: 'right' });
  return absences;
}

/** By NodeBB's own names of groups and privileges. */
function missingRightsOf(self: Self, measures: boolean): string[] {
  const missing: string[] = [];
  if (self.role === 'member') missing.push('Global Moderators');
  if (!self.mayBan) missing.push('ban');
  if (!self.mayMute) missing.push('mute');
  if (!measures) missing.push('admin:dashboard');
  return missing;
}

/** True when the forum answers this harmless question. Network trouble is trouble, not a missing right. */
async function offers(http: HttpClient, path: string, signal: AbortSignal): Promise<boolean> {
  try {
    await http.send({ method: 'GET', path, signal });
    return true;
  } catch (error) {
    if (isDenied(error)) return false;
    throw error;
  }
}

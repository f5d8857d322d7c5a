import type { Capabilities } from '../../../../shared/domain/community.ts';
import type { PersonEffect } from '../../../../shared/domain/decision.ts';
import { decodeAnswer } from '../decode/decode-items.ts';
import type { RemoteValue } from '../decode/remote-value.ts';
import type { HttpClient, HttpRequest } from '../http/http-client.ts';
import { PlatformError, type RemoteRule, type ServerFacts } from '../platform.ts';
import { detectSoftware, type Software } from './detect-software.ts';

const administrator = 1 << 0;
const manageReports = 1 << 4;
const manageUsers = 1 << 10;

/** Who the token belongs to, what the server is, and what it can do for this person: asked and probed, never assumed. */
export async function readFacts(http: HttpClient, signal: AbortSignal): Promise<ServerFacts> {
  const software = await detectSoftware(http, signal);
  const self = await http.send({ method: 'GET', path: '/api/v1/accounts/verify_credentials', signal });
  const me = decodeAnswer(self.body, (value) => ({
    id: value.at('id').id(),
    handle: value.at('acct').textOr(value.at('username').textOr('')),
    permissions: value.at('role').isObject ? value.at('role').at('permissions').numberOr(null) : null,
  }));
  return {
    name: software.title,
    accountRemoteId: me.id,
    accountHandle: me.handle,
    capabilities: await readCapabilities(http, software, me.permissions, signal),
    rules: await readRules(http, software, signal),
  };
}

async function readCapabilities(
  http: HttpClient,
  software: Software,
  permissions: number | null,
  signal: AbortSignal,
): Promise<Capabilities> {
  const may = (bit: number) => permissions === null || (permissions & (administrator | bit)) !== 0;
  const reports = await offers(http, { method: 'GET', path: '/api/v1/admin/reports?limit=1', signal });
  const handlesReports = reports && may(manageReports);
  const isGoToSocial = software.name === 'gotosocial';
  const effects = personEffects(isGoToSocial, handlesReports && may(manageUsers));
  const today = new Date().toISOString().slice(0, 10);
  const ask = (path: string, form: HttpRequest['form']) =>
    offers(http, { method: 'POST', path, readsOnly: true, signal, ...(form !== undefined && { form }) });
  const span = [
    ['start_at', today],
    ['end_at', today],
  ] as const;
  return {
    software: software.name,
    version: software.version,
    reports,
    assign: handlesReports && !isGoToSocial,
    resolve: handlesReports,
    reopen: handlesReports && !isGoToSocial,
    resolveWithComment: handlesReports && isGoToSocial,
    personEffects: effects,
    undoEffects: isGoToSocial ? [] : effects.filter((effect) => effect !== 'none' && effect !== 'warn'),
    accountActionResolvesReports: !isGoToSocial,
    irreversible: isGoToSocial ? effects.filter((effect) => effect === 'suspend') : [],
    measures: await ask('/api/v1/admin/measures', [['keys[]', 'new_users'], ...span]),
    dimensions: await ask('/api/v1/admin/dimensions', [['keys[]', 'languages'], ['limit', '1'], ...span]),
    retention: await ask('/api/v1/admin/retention', [['frequency', 'month'], ...span]),
    rules: await offers(http, { method: 'GET', path: '/api/v1/instance/rules', signal }),
  };
}

function personEffects(isGoToSocial: boolean, mayAct: boolean): PersonEffect[] {
  if (!mayAct) return ['none'];
  return isGoToSocial ? ['none', 'suspend'] : ['none', 'warn', 'sensitive', 'disable', 'silence', 'suspend'];
}

/** True when the server answers this harmless question. Network trouble is trouble, not a missing ability. */
async function offers(http: HttpClient, request: HttpRequest): Promise<boolean> {
  try {
    await http.send(request);
    return true;
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    if (['not-found', 'forbidden', 'refused', 'malformed'].includes(error.code)) return false;
    throw error;
  }
}

async function readRules(http: HttpClient, software: Software, signal: AbortSignal): Promise<RemoteRule[]> {
  const inside = software.instance.at('rules').listOrNone();
  const listed = inside.length > 0 ? inside : await fetchRules(http, signal);
  return listed
    .filter((rule) => rule.isObject)
    .map((rule) => ({
      remoteId: rule.at('id').id(),
      title: rule.at('text').textOr(''),
      text: rule.at('hint').textOr(''),
    }));
}

async function fetchRules(http: HttpClient, signal: AbortSignal): Promise<RemoteValue[]> {
  try {
    const answer = await http.send({ method: 'GET', path: '/api/v1/instance/rules', signal });
    return decodeAnswer(answer.body, (value) => value.listOrNone());
  } catch (error) {
    if (error instanceof PlatformError && (error.code === 'not-found' || error.code === 'refused')) return [];
    throw error;
  }
}

import { decodeAnswer } from '../decode/decode-items.ts';
import type { RemoteValue } from '../decode/remote-value.ts';
import { type HttpClient, type HttpRequest, webPage } from '../http/http-client.ts';
import { PlatformError, type PlatformErrorCode, type RemoteRule, type ServerFacts } from '../platform.ts';
import { capabilitiesOf, type Probe, type Probes } from './capabilities.ts';
import { detectSoftware, type Software } from './detect-software.ts';
import { probeScopes, readScopes } from './rights.ts';

/** Who the token belongs to, what the server is, and what it can do for this person: asked and probed, never assumed. */
export async function readFacts(http: HttpClient, signal: AbortSignal): Promise<ServerFacts> {
  const software = await detectSoftware(http, signal);
  const isGoToSocial = software.name === 'gotosocial';
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
    capabilities: capabilitiesOf(software, await probe(http, signal), {
      scopes: isGoToSocial ? await probeScopes(http, me.permissions, signal) : await readScopes(http, signal),
      permissions: me.permissions,
      onlyRole: isGoToSocial ? 'admin' : null,
    }),
    rules: await readRules(http, software, signal),
  };
}

/** Asks for every optional part of the interface by a question that changes nothing. */
async function probe(http: HttpClient, signal: AbortSignal): Promise<Probes> {
  const today = new Date().toISOString().slice(0, 10);
  const span = [
    ['start_at', today],
    ['end_at', today],
  ] as const;
  const get = (path: string) => offers(http, { method: 'GET', path, signal });
  const ask = (path: string, form: NonNullable<HttpRequest['form']>) =>
    offers(http, { method: 'POST', path, readsOnly: true, signal, form });
  return {
    // An answer without sense is no "no" here: a decision made meanwhile would close nothing on the server.
    reports: await offers(http, { method: 'GET', path: '/api/v1/admin/reports?limit=1', signal }, refusals),
    measures: await ask('/api/v1/admin/measures', [['keys[]', 'new_users'], ...span]),
    dimensions: await ask('/api/v1/admin/dimensions', [['keys[]', 'languages'], ['limit', '1'], ...span]),
    retention: await ask('/api/v1/admin/retention', [['frequency', 'month'], ...span]),
    rules: await get('/api/v1/instance/rules'),
  };
}

const refusals: readonly PlatformErrorCode[] = ['not-found', 'refused'];

/** Whether the server answers this harmless question. Network trouble is trouble, not a missing ability. */
async function offers(
  http: HttpClient,
  request: HttpRequest,
  absent: readonly PlatformErrorCode[] = [...refusals, 'malformed', 'captive'],
): Promise<Probe> {
  try {
    await http.send(request);
    return 'there';
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    if (error.code === 'forbidden') return 'forbidden';
    // A page instead of data is what some servers send for what they don't know; sent to another host, nobody was asked.
    const isElsewhere = error.code === 'captive' && error.reason !== webPage;
    if (absent.includes(error.code) && !isElsewhere) return 'absent';
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

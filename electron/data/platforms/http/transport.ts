import type { Dispatcher } from 'undici';
import { PlatformError } from '../platform.ts';
import type { ProxyFault } from './network-failure.ts';
import { routeTo } from './proxy.ts';

type Fetch = typeof fetch;

/** One agent for each proxy, so that connections through it are used again. */
const agents = new Map<string, Dispatcher>();

/**
 * The fetch that reaches a server: the runtime's own, or the same one with a way through the proxy. The package is loaded
 * when there is a proxy, and then with its own fetch: an agent of one version under the fetch of another is not promised.
 */
export async function transportTo(url: URL): Promise<Fetch> {
  const route = await routeTo(url);
  if (route.direct) return fetch;
  const undici = await import('undici');
  const key = JSON.stringify(route);
  const { proxy, noProxy } = route;
  const agent = agents.get(key) ?? new undici.EnvHttpProxyAgent({ httpProxy: proxy, httpsProxy: proxy, noProxy });
  agents.set(key, agent);
  const proxied = async (target: URL, init: RequestInit) => {
    try {
      return await undici.fetch(target, { ...(init as object), dispatcher: agent });
    } catch (error) {
      throw proxyFailure(error) ?? error;
    }
  };
  return proxied as unknown as Fetch;
}

/** A tunnel that was not opened: the proxy said no before anything could be sent through it. */
function proxyFailure(error: unknown): PlatformError | null {
  let status: string | undefined;
  for (let cause = error; cause instanceof Error && status === undefined; cause = cause.cause) {
    status = /^Proxy response \((\d+)\)/.exec(cause.message)?.[1];
  }
  if (status === undefined) return null;
  const reason: ProxyFault = status === '407' ? 'proxy-sign-in' : 'proxy-refused';
  return new PlatformError('offline', { reason });
}

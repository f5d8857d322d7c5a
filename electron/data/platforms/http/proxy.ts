import { PlatformError } from '../platform.ts';
import type { ProxyFault } from './network-failure.ts';
import { isLoopback } from './server-address.ts';

/** How a server is reached: at once, or through the proxy at this address ("http://proxy.example:3128"). */
export type Route =
  | { readonly direct: true }
  | { readonly direct: false; readonly proxy: string; readonly noProxy: string };

/**
 * Asks the system by which way an origin is reached, in the words of a proxy auto-configuration: "DIRECT",
 * "PROXY host:port", several of them divided by semicolons.
 */
export type AskSystem = (origin: string) => Promise<string>;

const direct: Route = { direct: true };
let askSystem: AskSystem | null = null;

/** Lets the system's own settings count where the environment names no proxy. For the whole process, as the environment is. */
export function followSystemProxy(ask: AskSystem | null): void {
  askSystem = ask;
}

/**
 * The way to a server: what HTTPS_PROXY and NO_PROXY say, otherwise what the system says, otherwise straight. This computer
 * itself is never asked for through a proxy. Throws `offline` for a kind of proxy that Hearth can't use: going around it
 * could show whoever chose it to the network.
 */
export async function routeTo(url: URL, environment: NodeJS.ProcessEnv = process.env): Promise<Route> {
  // Plain http goes to this computer alone, so HTTP_PROXY never matters.
  if (isLoopback(url)) return direct;
  const named = environment.https_proxy || environment.HTTPS_PROXY;
  if (named) return through(named, environment.no_proxy || environment.NO_PROXY || '');
  return askSystem === null ? direct : systemRoute(await askSystem(url.origin));
}

/** The first way the system names. A later one is for when that fails, which is not guessed at. */
function systemRoute(answer: string): Route {
  const [kind = '', address = ''] = (answer.split(';')[0] ?? '').trim().split(/\s+/);
  switch (kind.toUpperCase()) {
    case '':
    case 'DIRECT':
      return direct;
    case 'PROXY':
    case 'HTTP':
      return through(`http://${address}`, '');
    case 'HTTPS':
      return through(`https://${address}`, '');
    default:
      throw unusable('proxy-kind');
  }
}

function through(address: string, noProxy: string): Route {
  // "proxy.example:3128" without a scheme is common in the environment.
  const proxy = /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `http://${address}`;
  if (!URL.canParse(proxy) || !/^https?:$/.test(new URL(proxy).protocol)) throw unusable('proxy-kind');
  return { direct: false, proxy, noProxy };
}

function unusable(reason: ProxyFault): PlatformError {
  return new PlatformError('offline', { reason });
}

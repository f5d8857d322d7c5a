import { type Authorization, startAuthorization } from './authorization.ts';
import type { Credentials } from './credentials.ts';
import { openLoopbackListener } from './loopback-listener.ts';
import type { LoopbackPageWords } from './loopback-page.ts';
import { openClient } from './open-client.ts';

const outOfBand = 'urn:ietf:wg:oauth:2.0:oob';
const patienceMs = 10 * 60_000;

export interface BrowserSignIn {
  /** Where the server lives. */
  readonly serverAddress: string;
  /** Shows the address to the person and opens it in their browser. */
  readonly openInBrowser: (address: string) => Promise<void>;
  readonly words: LoopbackPageWords;
  readonly signal: AbortSignal;
  /** How this platform signs people in; OAuth as Mastodon has it unless told otherwise. */
  readonly start?: typeof startAuthorization;
  /** How long to wait for the person; ten minutes unless told otherwise. */
  readonly timeoutMs?: number;
}

/**
 * Signs in through the person's own browser, which comes back to a listener on this computer. Rejects with a
 * PlatformError (`refused` for an address that is none, `forbidden` when access was not given, `timeout` when nobody came
 * back) or AbortError. The listener is gone afterwards in every case.
 */
export async function signInThroughBrowser(request: BrowserSignIn): Promise<Credentials> {
  const http = openClient(request.serverAddress);
  const listener = await openLoopbackListener(request.words);
  // Ends the waiting in every case: also when the browser could not be opened.
  const ending = new AbortController();
  const signal = AbortSignal.any([request.signal, ending.signal]);
  try {
    const authorization = await (request.start ?? startAuthorization)(http, listener.redirectUri, signal);
    const { state, codeName } = authorization;
    const visit = listener.waitForCode({ state, codeName }, signal, request.timeoutMs ?? patienceMs);
    const [code] = await Promise.all([visit, request.openInBrowser(authorization.address)]);
    return await authorization.redeem(code, signal);
  } finally {
    ending.abort();
    listener.close();
  }
}

/** Signs in by a code that the person copies from the page by hand, where a browser can't come back to this computer. */
export async function startManualSignIn(
  serverAddress: string,
  signal: AbortSignal,
): Promise<Pick<Authorization, 'address' | 'redeem'>> {
  const authorization = await startAuthorization(openClient(serverAddress), outOfBand, signal);
  return {
    address: authorization.address,
    redeem: (code, redeemSignal) => authorization.redeem(code.trim(), redeemSignal),
  };
}

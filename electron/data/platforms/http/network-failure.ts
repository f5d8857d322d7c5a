import { PlatformError } from '../platform.ts';

/** Why a server's certificate was not accepted. Words: `communities:failed.<name>`. */
export type TrustFault = 'expired' | 'wrong-name' | 'unknown-issuer' | 'no-encryption';
/** Why a proxy did not let a connection through. Words: `communities:failed.<name>`. */
export type ProxyFault = 'proxy-refused' | 'proxy-sign-in' | 'proxy-kind';

/** What checking a certificate ends in, by Node's codes (its list of X.509 codes). All of it comes before anything is sent. */
const trustFaults: Readonly<Record<string, TrustFault>> = {
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'wrong-name',
  HOSTNAME_MISMATCH: 'wrong-name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'unknown-issuer',
  SELF_SIGNED_CERT_IN_CHAIN: 'unknown-issuer',
  UNABLE_TO_GET_ISSUER_CERT: 'unknown-issuer',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknown-issuer',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unknown-issuer',
  CERT_UNTRUSTED: 'unknown-issuer',
  CERT_REJECTED: 'unknown-issuer',
  CERT_REVOKED: 'unknown-issuer',
  CERT_SIGNATURE_FAILURE: 'unknown-issuer',
  CERT_CHAIN_TOO_LONG: 'unknown-issuer',
  INVALID_CA: 'unknown-issuer',
  INVALID_PURPOSE: 'unknown-issuer',
  // The first bytes that came were no TLS: a server, or a network's own page, that speaks plain http on this port.
  ERR_SSL_WRONG_VERSION_NUMBER: 'no-encryption',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'no-encryption',
};

/** A name that does not exist. EAI_AGAIN is none of these: then nobody could be asked. */
const unknownHost = new Set(['ENOTFOUND', 'EAI_NODATA', 'EAI_NONAME']);

/** Failures that happen before a single byte of the request can have left. */
const neverSent = new Set([
  'ECONNREFUSED',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  ...unknownHost,
  ...Object.keys(trustFaults),
]);

/** Failures of reading an answer that did come, but not as HTTP or its compression promise. */
const brokenAnswer = /^(HPE_|HTTPParserError|Z_|ERR__|UND_ERR_HEADERS_OVERFLOW|UND_ERR_RESPONSE)/;

/**
 * What a rejected fetch means. A writing call counts as possibly arrived unless the failure is one that only happens
 * before anything was sent: guessing "not arrived" would repeat a sanction.
 */
export function networkFailure(error: unknown, writes: boolean): PlatformError {
  const codes = causeCodes(error);
  const mayHaveArrived = writes && !(codes.length > 0 && codes.every((code) => neverSent.has(code)));
  const trust = codes.map((code) => trustFaults[code]).find((fault) => fault !== undefined);
  if (trust !== undefined) return new PlatformError('untrusted', { mayHaveArrived, reason: trust });
  if (codes.length > 0 && codes.every((code) => unknownHost.has(code))) return new PlatformError('unknown-host');
  if (codes.some((code) => brokenAnswer.test(code))) return new PlatformError('malformed', { mayHaveArrived });
  if (codes.some((code) => /TIMEOUT|ETIMEDOUT/.test(code))) return new PlatformError('timeout', { mayHaveArrived });
  return new PlatformError('offline', { mayHaveArrived });
}

/** The error codes down the chain of causes. Several addresses of one host fail together as one aggregate. */
function causeCodes(error: unknown): string[] {
  const codes: string[] = [];
  const waiting: unknown[] = [error];
  for (let seen = 0; waiting.length > 0 && seen < 20; seen += 1) {
    const next = waiting.shift();
    if (!(next instanceof Error)) continue;
    if ('code' in next && typeof next.code === 'string') codes.push(next.code);
    // Newer runtimes give this one no code.
    else if (next.name === 'HTTPParserError') codes.push(next.name);
    if (next instanceof AggregateError) waiting.push(...next.errors);
    waiting.push(next.cause);
  }
  return codes;
}

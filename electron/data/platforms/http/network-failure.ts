import { PlatformError } from '../platform.ts';

/** Failures that happen before a single byte of the request can have left. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EAI_NODATA',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
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

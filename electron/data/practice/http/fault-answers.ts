import type { Instant } from '../../../../shared/domain/ids.ts';
import type { FaultSpec } from '../faults.ts';
import { type Answer, failure } from './answer.ts';

/** The answer that a fault gives instead of letting the call through, or null when the call is to be carried out. */
export function answerInstead(fault: FaultSpec, now: Instant): Answer | null {
  switch (fault.kind) {
    case 'rate-limited':
      return { ...failure(429, undefined), headers: limitHeaders(fault, now) };
    case 'server-error':
      return fault.afterHandling === true ? null : serverError(fault);
    case 'expired-token':
      return failure(401, undefined);
    case 'forbidden':
      return failure(403, undefined);
    case 'redirect':
      return { status: 302, headers: { location: fault.to ?? '/' }, text: { type: 'text/html', body: '' } };
    case 'not-json':
      return {
        status: 200,
        text: { type: 'text/html; charset=utf-8', body: '<!doctype html><title>Welcome to the hotel</title>' },
      };
    default:
      return null;
  }
}

export function serverError(fault: FaultSpec): Answer {
  const status = fault.status ?? 503;
  if (fault.html !== true) return { status, json: { error: 'Error' } };
  return {
    status,
    text: { type: 'text/html', body: `<html><body><h1>${status} Service Unavailable</h1></body></html>` },
  };
}

function limitHeaders(fault: FaultSpec, now: Instant): Record<string, string> {
  const reset = now + (fault.ms ?? 60_000);
  // Mastodon writes microseconds.
  const micro = `${new Date(reset).toISOString().slice(0, -1)}000Z`;
  switch (fault.style ?? 'mastodon') {
    case 'mastodon':
      return { 'x-ratelimit-limit': '300', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': micro };
    case 'gotosocial':
      return {
        'x-ratelimit-limit': '300',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': new Date(reset).toISOString(),
      };
    case 'hidden-paging':
      return { 'x-ratelimit-limit': '1500', 'x-ratelimit-remaining': '1200', 'x-ratelimit-reset': micro };
    case 'retry-after':
      return { 'retry-after': String(Math.ceil((fault.ms ?? 60_000) / 1000)) };
    default:
      return {};
  }
}

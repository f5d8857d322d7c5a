/** Details of a failed connection that have words of their own: of an address, a certificate, an answer, a proxy. */
export const connectionReasons = [
  'plain-http',
  'not-an-address',
  'in-folder',
  'expired',
  'wrong-name',
  'unknown-issuer',
  'no-encryption',
  'redirect',
  'page',
  'proxy-refused',
  'proxy-sign-in',
  'proxy-kind',
] as const;
export type ConnectionReason = (typeof connectionReasons)[number];

/** Codes whose detail is one of them; under other codes a platform may use the same word for something of its own. */
const explained: readonly string[] = ['bad-address', 'untrusted', 'captive', 'offline'];

/** The reason to tell for an error of the contract, where its code alone says too little. Words: `communities:failed.<reason>`. */
export function connectionReason(code: string, why: unknown): ConnectionReason | null {
  if (!explained.includes(code)) return null;
  return connectionReasons.find((known) => known === why) ?? null;
}

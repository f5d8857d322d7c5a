import type { HttpAnswer, HttpClient } from '../http/http-client.ts';

/** A question to an endpoint: everything on Misskey is a POST with JSON, also what only reads. */
export async function ask(
  http: HttpClient,
  endpoint: string,
  body: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
  how: { readonly paged?: boolean } = {},
): Promise<HttpAnswer> {
  return http.send({ method: 'POST', path: `/api/${endpoint}`, json: body, readsOnly: true, signal, ...how });
}

/** A call that changes something. */
export async function tell(
  http: HttpClient,
  endpoint: string,
  body: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<void> {
  await http.send({ method: 'POST', path: `/api/${endpoint}`, json: body, signal });
}

import type { HttpClient } from '../http/http-client.ts';

/** Signs the device out that the token belongs to, which ends the token (`synapse/rest/client/logout.py`). */
export async function endSession(http: HttpClient, signal: AbortSignal): Promise<void> {
  await http.send({ method: 'POST', path: '/_matrix/client/v3/logout', json: {}, signal });
}

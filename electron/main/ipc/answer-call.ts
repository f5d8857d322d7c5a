import { randomUUID } from 'node:crypto';
import type { Channel } from '../../../shared/ipc/channels.ts';
import { contract } from '../../../shared/ipc/contract.ts';
import { HearthError, type HearthErrorData, type Reply } from '../../../shared/ipc/errors.ts';
import { fitsSize } from '../security/input-size.ts';
import { type CallingFrame, isTrustedSender } from '../security/trusted-sender.ts';

export interface GateOptions {
  readonly ourWindow: () => { readonly webContentsId: number } | null;
  readonly report: (reference: string, error: unknown) => void;
}

export type UntypedHandler = (input: unknown) => unknown;
export interface IncomingCall {
  readonly frame: CallingFrame | null;
  readonly senderId: number;
  readonly input: unknown;
}

/** Takes one call through the gates. Never rejects: what goes wrong is part of the reply. */
export async function answerCall(
  channel: Channel,
  handler: UntypedHandler,
  { ourWindow, report }: GateOptions,
  { frame, senderId, input }: IncomingCall,
): Promise<Reply<unknown>> {
  try {
    if (!isTrustedSender(frame, senderId, ourWindow())) throw new HearthError('sender-refused');
    if (!fitsSize(input)) throw new HearthError('invalid-input', { reason: 'too-large' });
    const parsed = contract[channel].input.safeParse(input);
    if (!parsed.success) {
      throw new HearthError('invalid-input', { field: fieldOf(parsed.error.issues[0]?.path ?? []) });
    }
    return { ok: true, value: await handler(parsed.data) };
  } catch (error) {
    return { ok: false, error: toErrorData(error, report) };
  }
}

/** Names the field that was wrong. Keys that are not names of our own (a record's) could be content and stay out. */
function fieldOf(path: readonly PropertyKey[]): string {
  return path.map((part) => (/^[A-Za-z0-9]{1,30}$/.test(String(part)) ? String(part) : '*')).join('.');
}

/** A known error keeps its code. Anything else becomes `internal` with a reference that the log has, too. */
export function toErrorData(error: unknown, report: GateOptions['report']): HearthErrorData {
  if (error instanceof HearthError) {
    return error.detail === undefined ? { code: error.code } : { code: error.code, detail: error.detail };
  }
  const reference = randomUUID().slice(0, 8);
  report(reference, error);
  return { code: 'internal', detail: { reference } };
}

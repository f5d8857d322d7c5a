import type { Page } from '@playwright/test';
import type { Channel } from '../../../shared/ipc/channels.ts';
import type { Input, Output } from '../../../shared/ipc/contract.ts';
import type { Reply } from '../../../shared/ipc/errors.ts';

/** Calls the trusted side as the window's own code would, and answers the reply as it came. */
export function callHearth<Name extends Channel>(
  page: Page,
  channel: Name,
  input: Input<Name>,
): Promise<Reply<Output<Name>>> {
  return page.evaluate(
    ([name, given]) =>
      (window as unknown as { hearth: { call: (channel: string, input: unknown) => Promise<unknown> } }).hearth.call(
        name as string,
        given,
      ),
    [channel, input] as const,
  ) as Promise<Reply<Output<Name>>>;
}

/** The value of a call that must succeed. */
export async function answerOf<Name extends Channel>(
  page: Page,
  channel: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const reply = await callHearth(page, channel, input);
  if (!reply.ok) throw new Error(`${channel}: ${reply.error.code} ${JSON.stringify(reply.error.detail ?? {})}`);
  return reply.value;
}

/** The error code of a call that must fail; 'none' when it did not. */
export async function codeOf<Name extends Channel>(page: Page, channel: Name, input: Input<Name>): Promise<string> {
  const reply = await callHearth(page, channel, input);
  return reply.ok ? 'none' : reply.error.code;
}

import { ipcMain } from 'electron';
import { type Channel, channels } from '../../../shared/ipc/channels.ts';
import type { Output, ParsedInput } from '../../../shared/ipc/contract.ts';
import { answerCall, type GateOptions, type UntypedHandler } from './answer-call.ts';

export type WindowHandler<Name extends Channel> = (input: ParsedInput<Name>) => Output<Name> | Promise<Output<Name>>;
export type WindowHandlers = { readonly [Name in Channel]: WindowHandler<Name> };

/**
 * Answers the window: the one place that touches ipcMain. Every call passes the same four gates, in this order: who
 * asks, how much, in which shape, and only then the handler.
 */
export function registerHandlers(handlers: WindowHandlers, options: GateOptions): void {
  for (const channel of channels) {
    ipcMain.handle(channel, (event, input: unknown) =>
      answerCall(channel, handlers[channel] as UntypedHandler, options, {
        frame: event.senderFrame,
        senderId: event.sender.id,
        input,
      }),
    );
  }
}

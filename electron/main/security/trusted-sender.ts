import { isAppAddress } from './origin.ts';

/** What is needed to know of a frame that calls. Null when the frame is gone already. */
export interface CallingFrame {
  readonly url: string;
  readonly parent: unknown;
}

/**
 * True when a call comes from the top frame of our own window, showing our own origin. A call from anywhere else did not
 * come from our code, whatever it says.
 */
export function isTrustedSender(
  frame: CallingFrame | null,
  senderId: number,
  ourWindow: { readonly webContentsId: number } | null,
): boolean {
  if (frame === null || ourWindow === null) return false;
  return frame.parent === null && senderId === ourWindow.webContentsId && isAppAddress(frame.url);
}

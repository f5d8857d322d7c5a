import type { Channel } from './channels.ts';
import type { Input, Output } from './contract.ts';
import type { Reply } from './errors.ts';
import type { EventName, Events } from './events.ts';

/** What the window sees of the trusted side, as `window.hearth`. Nothing else is exposed. */
export interface HearthApi {
  /** Never rejects for what happened on the trusted side: errors are data in the reply. */
  readonly call: <Name extends Channel>(channel: Name, input: Input<Name>) => Promise<Reply<Output<Name>>>;
  /** Listens until the returned function is called. */
  readonly on: <Name extends EventName>(event: Name, listener: (payload: Events[Name]) => void) => () => void;
}

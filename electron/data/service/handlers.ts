import type { DataChannel, Output, ParsedInput } from '../../../shared/ipc/contract.ts';
import type { DataContext } from './context.ts';

/** The function behind one call. Throws HearthError for what a person can do something about. */
export type Handler<Name extends DataChannel> = (
  context: DataContext,
  input: ParsedInput<Name>,
) => Output<Name> | Promise<Output<Name>>;

/** The handlers of one topic. A missing one does not compile where the topics are put together. */
export type Handlers<Names extends DataChannel> = { readonly [Name in Names]: Handler<Name> };

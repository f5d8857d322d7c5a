import type { Command } from 'commander';
import type { ExitCode } from '../exit-codes.ts';
import type { Printer } from '../output/printer.ts';
import type { Session } from '../session/session.ts';

/** What a command works with: the open session and where its words go. */
export interface Work {
  readonly session: Session;
  readonly print: Printer;
}

/** Carries out a command; whatever it answers is the exit code, nothing means done. */
export type Carry = (work: Work) => Promise<ExitCode | undefined>;

/** What the program lends to those that declare commands. */
export interface Toolkit {
  readonly t: Printer['t'];
  readonly print: () => Printer;
  readonly profile: () => string | undefined;
  /** Opens the store, carries the command out, closes the store again, also on Ctrl-C. */
  readonly withSession: (carry: Carry, options?: { mayCreate?: boolean; background?: boolean }) => Promise<void>;
  readonly exit: (code: ExitCode) => void;
}

/** Adds the commands of one topic to the program. */
export type Declare = (program: Command, toolkit: Toolkit) => void;

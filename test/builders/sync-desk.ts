import { onTestFinished } from 'vitest';
import { BareDesk, type DeskOptions } from './bare-desk.ts';
import { aTempFolder } from './temp-folder.ts';

/** A moderator's desk: a store with one community, and the parts that pull and push, driven by hand. Gone with its test. */
export class SyncDesk extends BareDesk {
  constructor(options: DeskOptions) {
    super(options, aTempFolder());
    onTestFinished(() => this.dispose());
  }
}

import type { DemoWindow } from './demo-window.ts';
import type { Pictures } from './pictures.ts';
import type { DemoWorld } from './world.ts';

/** What every step works with. */
export interface Demo {
  readonly world: DemoWorld;
  readonly window: DemoWindow;
  readonly pictures: Pictures;
  /** For files that nobody needs afterwards. */
  readonly scratch: string;
  /** Where the report goes. */
  readonly reportFolder: string;
}

export const passphrase = 'four lamps under one roof';

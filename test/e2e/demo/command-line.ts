import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

export interface DemoOptions {
  /** Where summary, report and pictures go. */
  readonly out: string;
  /** Leaves the window open at the end, until somebody closes it. */
  readonly keepOpen: boolean;
}

const usualPlace = fileURLToPath(new URL('../../../out/demo', import.meta.url));

/** Reads `--out <folder>` and `--keep-open`. Throws for anything else. */
export function readDemoOptions(args: readonly string[]): DemoOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { out: { type: 'string' }, 'keep-open': { type: 'boolean', default: false } },
  });
  return { out: path.resolve(values.out ?? usualPlace), keepOpen: values['keep-open'] };
}

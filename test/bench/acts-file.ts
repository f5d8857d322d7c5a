import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from './seeded-random.ts';

export interface Act {
  readonly from: string;
  readonly to: string;
  /** Seconds since 1970. */
  readonly at: number;
  readonly id: string;
}

/** A year of messages among a tenth as many members, newest last. */
export function* generateActs(count: number): Generator<Act> {
  const random = seededRandom(1);
  const members = Math.max(10, Math.floor(count / 10));
  for (let index = 0; index < count; index += 1) {
    const from = `m${Math.floor(random() ** 2 * members)}`;
    const to = `m${Math.floor(random() ** 2 * members)}`;
    yield { from, to, at: 1_700_000_000 + Math.floor((index / count) * 31_536_000), id: `a${index}` };
  }
}

/** Writes the acts as a CSV file into a folder and answers its path. */
export async function writeActs(folder: string, count: number): Promise<string> {
  const file = join(folder, 'acts.csv');
  const out = createWriteStream(file);
  out.write('from,to,at,id\n');
  for (const act of generateActs(count)) {
    if (!out.write(`${act.from},${act.to},${act.at},${act.id}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return file;
}

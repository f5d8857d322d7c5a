import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const gate = join('electron', 'data', 'health', 'disclosure');

function sources(): { path: string; text: string }[] {
  return ['electron', 'renderer', 'shared'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !path.includes('node_modules'))
      .map((path) => ({ path: join(room, path), text: readFileSync(join(root, room, path), 'utf8') })),
  );
}

const everything = sources();
const outside = everything.filter(({ path }) => relative(gate, path).startsWith('..'));
const offenders = (pattern: RegExp) => outside.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

describe('published values', () => {
  it('are made in the disclosure folder alone', () => {
    expect(outside.length).toBeGreaterThan(50);
    expect(offenders(/\bas (?:unknown as )?Published</)).toEqual([]);
    expect(offenders(/from '[^']*\/mint\.ts'/)).toEqual([]);
  });

  it('are what every handler of health answers', () => {
    const handlers = everything.filter(({ path }) => /health.*handlers\.ts$/.test(path));
    expect(handlers.length).toBeGreaterThan(2);
    for (const { text } of handlers) expect(text).toMatch(/release[A-Z]\w+\(|frozen[A-Z]\w+\(/);
  });

  it('are the only thing reports are made of', () => {
    const counting = [
      ...['computeHealth', 'computeCommunity', 'countedMetrics', 'readHealthFacts', 'readGroupFacts'],
      ...['peoplePages', 'messagePages', 'replyArcPages', 'readWeekBitmaps', 'readDayBitmaps'],
      ...['readPersonDays', 'readPersonWeeks'],
    ];
    // Each is still the name of a function: nobody calls one that was renamed, and the check below would pass unseen.
    for (const name of counting) {
      const made = new RegExp(`export (?:async )?function\\*? ${name}\\b`);
      expect(
        everything.filter(({ text }) => made.test(text)),
        name,
      ).toHaveLength(1);
    }
    const reading = offenders(new RegExp(counting.join('|'))).filter(
      (path) => !/electron.data.(store|health)/.test(path),
    );
    // The service checks Hearth against published data sets of communities without personal data.
    expect(reading.filter((path) => !path.endsWith('data-service.ts'))).toEqual([]);
  });
});

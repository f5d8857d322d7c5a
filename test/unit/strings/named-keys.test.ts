import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { strings as arabic } from '../../../shared/strings/ar.ts';
import { strings as english } from '../../../shared/strings/en.ts';
import { listKeys } from '../../../shared/strings/plural-forms.ts';

const dataProcess = fileURLToPath(new URL('../../../electron/data', import.meta.url));

/** "identity:anotherTerm" wherever the data process writes such a key down whole. */
const wholeKey = new RegExp(`'((?:${Object.keys(english).join('|')}):[A-Za-z][\\w.-]*)'`, 'g');

function keysNamed(): readonly string[] {
  const files = readdirSync(dataProcess, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const found = files.flatMap((file) =>
    [...readFileSync(path.join(dataProcess, file), 'utf8').matchAll(wholeKey)].map(([, key]) => key ?? ''),
  );
  return [...new Set(found)];
}

// The data process names keys as plain text, which no type checks: a missing one would stand on the screen as it is.
it.each([
  ['English', english],
  ['Arabic', arabic],
] as const)('every key the data process names has words in %s', (_language, strings) => {
  const known = new Set(
    Object.entries(strings).flatMap(([topic, words]) =>
      listKeys(words).map((key) => `${topic}:${key.replace(/_(zero|one|two|few|many|other)$/, '')}`),
    ),
  );
  const named = keysNamed();
  expect(named.length).toBeGreaterThan(4);
  expect(named.filter((key) => !known.has(key))).toEqual([]);
});

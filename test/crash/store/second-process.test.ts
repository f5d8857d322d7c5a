import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { openStore } from '../../../electron/data/store/open.ts';
import { aKey } from '../../builders/store.ts';
import { aTempFolder } from '../../builders/temp-folder.ts';
import { aDoomedProcess } from './doomed-process.ts';

it('keeps a second process out while the first lives, and lets it in the moment the first was killed', async () => {
  const file = join(aTempFolder(), 'hearth.db');
  const key = aKey();
  const child = aDoomedProcess(new URL('./write-until-killed.ts', import.meta.url), [file, key.toString('hex')]);
  if (!child.stdout) throw new Error('the process has no output');
  const lines = createInterface({ input: child.stdout });
  await once(lines, 'line');
  for (let attempt = 0; attempt < 5; attempt += 1) {
    expect(() => openStore({ file, key })).toThrow(expect.objectContaining({ code: 'store-in-use' }));
  }
  // It was not disturbed: it still commits.
  await once(lines, 'line');
  const ended = once(child, 'close');
  child.kill('SIGKILL');
  await ended;
  const store = openStore({ file, key });
  expect(store.write.pragma('integrity_check', { simple: true })).toBe('ok');
  store.close();
});

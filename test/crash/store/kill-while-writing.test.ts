import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifyAuditChain } from '../../../electron/data/store/audit/verify-chain.ts';
import { openStore } from '../../../electron/data/store/open.ts';
import { getAllSettings } from '../../../electron/data/store/settings/settings.ts';
import { aKey } from '../../builders/store.ts';
import { aTempFolder } from '../../builders/temp-folder.ts';
import { aDoomedProcess, killAfterLines } from './doomed-process.ts';

const kills = 20;

it(`keeps whole transactions and an intact log through ${kills} kills while writing`, async () => {
  const file = join(aTempFolder(), 'hearth.db');
  const key = aKey();
  for (let kill = 1; kill <= kills; kill += 1) {
    // Different lengths of life, so that kills fall at different places of the write-ahead log and its emptying.
    const child = aDoomedProcess(new URL('./write-until-killed.ts', import.meta.url), [file, key.toString('hex')]);
    const told = Number(await killAfterLines(child, 1 + ((kill * 37) % 90)));

    const store = openStore({ file, key });
    const { round, ...parts } = Object.fromEntries(getAllSettings(store.read));
    expect(Number(round)).toBeGreaterThanOrEqual(told);
    expect(new Set(Object.values(parts).map((part) => (part as [number])[0]))).toEqual(new Set([round]));
    expect(verifyAuditChain(store.read)).toEqual({
      intact: true,
      events: round,
      firstBadSequence: null,
      problem: null,
    });
    expect(store.write.pragma('integrity_check', { simple: true })).toBe('ok');
    store.close();
  }
});

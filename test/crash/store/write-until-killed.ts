import { writeSync } from 'node:fs';
import { appendAuditEvent } from '../../../electron/data/store/audit/append-event.ts';
import { openStore } from '../../../electron/data/store/open.ts';
import { getSetting, setSetting } from '../../../electron/data/store/settings/settings.ts';

const [file = '', key = ''] = process.argv.slice(2);
const store = openStore({ file, key: Buffer.from(key, 'hex') });

// Each round is one transaction of rows that must agree, and is told to the outside only when it is committed.
for (let round = Number(getSetting(store.read, 'round') ?? 0) + 1; ; round += 1) {
  store.transaction((db) => {
    setSetting(db, 'round', round);
    for (let part = 0; part < 8; part += 1) setSetting(db, `part-${part}`, [round, 'x'.repeat(2000)]);
    appendAuditEvent(db, { at: round, actor: 'a', device: 'd', tool: 'test', kind: 'round', payload: { round } });
  });
  writeSync(1, `${round}\n`);
}

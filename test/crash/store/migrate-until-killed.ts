import { writeSync } from 'node:fs';
import { openStore } from '../../../electron/data/store/open.ts';
import { gardenAfter } from './garden-migrations.ts';

const [file = '', key = ''] = process.argv.slice(2);
writeSync(1, 'starting\n');
openStore({ file, key: Buffer.from(key, 'hex'), migrations: gardenAfter((line) => writeSync(1, `${line}\n`)) });

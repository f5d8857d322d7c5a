import { randomUUID } from 'node:crypto';
import type { WriteDb } from '../store/db.ts';
import { getSetting, setSetting } from '../store/settings/settings.ts';

/** A random id of this installation, made when it is first asked for. Says nothing about the machine. */
export function readDevice(db: WriteDb): string {
  const known = getSetting(db, 'internal.device');
  if (typeof known === 'string') return known;
  const device = randomUUID();
  setSetting(db, 'internal.device', device);
  return device;
}

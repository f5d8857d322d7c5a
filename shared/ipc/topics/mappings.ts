import { z } from 'zod';
import { call } from '../define.ts';
import { id } from '../schemas.ts';
import { importMapping } from './imports.ts';
import { reportMapping } from './report-imports.ts';

const name = z.string().trim().min(1).max(100);

/** What the columns of a file mean, kept under a name of one community. */
export const savedMapping = z.discriminatedUnion('holds', [
  z.strictObject({ holds: z.literal('activities'), name, mapping: importMapping }),
  z.strictObject({ holds: z.literal('reports'), name, mapping: reportMapping }),
]);
export type SavedMapping = z.output<typeof savedMapping>;

const which = { communityId: id, holds: z.enum(['activities', 'reports']), name };

export const mappingCalls = {
  'mappings.list': call<readonly SavedMapping[]>()(z.strictObject({ communityId: id })),
  /** In place of one of the same name. */
  'mappings.save': call<null>()(z.strictObject({ communityId: id, saved: savedMapping })),
  'mappings.rename': call<null>()(z.strictObject({ ...which, to: name })),
  'mappings.remove': call<null>()(z.strictObject(which)),
};

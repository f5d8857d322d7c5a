import { z } from 'zod';
import { call } from '../define.ts';
import { filePath, nothing } from '../schemas.ts';

/** Settings are declared in shared/settings; values are checked against their definition by the handler. */
export type SettingValue = string | number | boolean | null | readonly string[] | Readonly<Record<string, string>>;

export interface AuditResult {
  readonly intact: boolean;
  readonly events: number;
  readonly firstBadSequence: number | null;
  readonly problem: 'changed' | 'removed' | 'reordered' | 'inserted' | null;
}

export const settingsCalls = {
  'settings.getAll': call<Readonly<Record<string, SettingValue>>>()(nothing),
  'settings.set': call<null>()(
    z.strictObject({
      key: z.string().max(100),
      value: z.union([
        z.string().max(10_000),
        z.number(),
        z.boolean(),
        z.null(),
        z.array(z.string().max(500)).max(500),
        z.record(z.string().max(200), z.string().max(500)),
      ]),
    }),
  ),
  'audit.verify': call<AuditResult>()(nothing),
  'search.reindex': call<{ jobId: string }>()(nothing),
  'audit.export': call<null>()(z.strictObject({ file: filePath })),
};

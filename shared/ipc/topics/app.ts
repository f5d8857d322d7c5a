import { z } from 'zod';
import { call } from '../define.ts';
import { nothing, shortText } from '../schemas.ts';

export interface AppInfo {
  readonly version: string;
  readonly electron: string;
  readonly chromium: string;
  readonly sqlite: string;
  readonly platform: string;
  readonly systemLocale: string;
  readonly demo: boolean;
}

/** Things only the main process can do: dialogs, the system browser, the window. */
export const appCalls = {
  'app.info': call<AppInfo>()(nothing),
  /** Answers the address as it would be opened, for the person to read, or an error for anything but http(s). */
  'app.inspectLink': call<{ address: string; host: string; readableHost: string; mixedScripts: boolean }>()(
    z.strictObject({ address: z.string().max(8_192) }),
  ),
  /** Opens an address that `app.inspectLink` answered and the person confirmed. */
  'app.openLink': call<null>()(z.strictObject({ address: z.string().max(8_192) })),
  'app.chooseFile': call<{ file: string } | null>()(z.strictObject({ purpose: z.enum(['import', 'restore']) })),
  'app.chooseSave': call<{ file: string } | null>()(
    z.strictObject({ purpose: z.enum(['backup', 'csv', 'picture', 'audit', 'access']), suggestedName: shortText }),
  ),
  'app.chooseFolder': call<{ folder: string } | null>()(z.strictObject({ purpose: z.enum(['report']) })),
  'app.saveText': call<null>()(z.strictObject({ file: z.string().max(4_096), text: z.string().max(20_000_000) })),
  'app.showFolder': call<null>()(z.strictObject({ folder: z.string().max(4_096) })),
  'app.quit': call<null>()(nothing),
};

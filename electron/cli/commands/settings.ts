import { table } from '../output/table.ts';
import type { Declare } from './command.ts';

/** The settings of the app. */
export const declareSettings: Declare = (program, { t, withSession }) => {
  const settings = program.command('settings').description(t('help.settings'));
  settings
    .command('list', { isDefault: true })
    .description(t('help.settingsList'))
    .action(() =>
      withSession(async ({ session, print }) => {
        const all = await session.call('settings.getAll', null);
        print.result(all, () =>
          table(Object.entries(all), [
            { header: print.t('column.name'), cell: ([key]) => key },
            { header: print.t('column.value'), cell: ([, value]) => JSON.stringify(value) },
          ]),
        );
        return undefined;
      }),
    );
  settings
    .command('set')
    .argument('<key>', t('help.settingKey'))
    .argument('<value>', t('help.settingValue'))
    .description(t('help.settingsSet'))
    .action((key: string, text: string) =>
      withSession(async ({ session, print }) => {
        await session.call('settings.set', { key, value: readValue(text) });
        print.result({ key }, () => print.t('settingSaved'));
        return undefined;
      }),
    );
};

/** Numbers, true, false and null as JSON has them; everything else is text. */
function readValue(text: string): string | number | boolean | null {
  if (/^(-?\d+(\.\d+)?|true|false|null)$/.test(text)) return JSON.parse(text) as number | boolean | null;
  return text;
}

import { resolve } from 'node:path';
import { Option } from 'commander';
import { activityKinds } from '../../../shared/domain/activity.ts';
import { type DataBegin, dataBegins } from '../../../shared/domain/community.ts';
import { importFields, timeFormats } from '../../../shared/ipc/topics/imports.ts';
import { reportFields } from '../../../shared/ipc/topics/report-imports.ts';
import type { Session } from '../session/session.ts';
import { collect, findCommunity } from './arguments.ts';
import type { Declare } from './command.ts';
import { importArchive } from './import-archive.ts';
import { importTable, type TableOptions } from './import-table.ts';

interface ImportOptions extends TableOptions {
  readonly community?: string;
  readonly new?: string;
  readonly timeZone?: string;
  readonly personalData: boolean;
  readonly dataBegin?: DataBegin;
  readonly pseudonyms?: boolean;
}

/** Activities or reports from a file, and exports of platforms. */
export const declareImport: Declare = (program, { t, withSession }) => {
  program
    .command('import')
    .argument('<file>', t('help.file'))
    .option('--community <community>', t('help.community'))
    .option('--new <name>', t('help.newCommunity'))
    .option('--time-zone <zone>', t('help.timeZone'))
    .option('--no-personal-data', t('help.noPersonalData'))
    .addOption(new Option('--data-begin <when>', t('help.dataBegin')).choices([...dataBegins]))
    .option('--pseudonyms', t('help.pseudonyms'))
    .option(
      '--map <field=column>',
      t('help.map', { fields: [...new Set([...importFields, ...reportFields])].join(', ') }),
      collect,
      [],
    )
    .addOption(new Option('--holds <what>', t('help.holds')).choices(['activities', 'reports']).default('activities'))
    .option('--mapping <name>', t('help.mapping'))
    .option('--save-mapping <name>', t('help.saveMapping'))
    .addOption(new Option('--time-format <format>', t('help.timeFormat')).choices([...timeFormats]))
    .addOption(new Option('--kind <kind>', t('help.kind')).choices([...activityKinds]))
    .description(t('help.import'))
    .action((given: string, options: ImportOptions) =>
      withSession(
        async ({ session, print }) => {
          const file = resolve(given);
          const { archive } = await session.call('archives.inspect', { file });
          const target = await chooseTarget(session, options, print.t('importedCommunity'));
          if (archive) {
            const people = options.pseudonyms ? 'pseudonyms' : 'names';
            const { communityId } = target;
            await importArchive({ session, print }, archive.source, { file, people, communityId });
          } else await importTable({ session, print }, { file, ...target, ...options });
          return undefined;
        },
        { mayCreate: true },
      ),
    );

  program
    .command('export-activities')
    .argument('<file>', t('help.file'))
    .option('--community <community>', t('help.community'))
    .description(t('help.exportActivities'))
    .action((given: string, options: { community?: string }) =>
      withSession(async ({ session, print }) => {
        const community = await findCommunity(session, options.community);
        const counts = await session.call('archives.exportActivities', {
          file: resolve(given),
          communityId: community.id,
        });
        print.result(counts, () =>
          print.t('exportedActivities', {
            activities: print.number(counts.activities),
            members: print.number(counts.members),
          }),
        );
        return undefined;
      }),
    );
};

/** An existing community that was named, or a new one. Without either: the only one there is, or a first one. */
async function chooseTarget(
  session: Session,
  options: ImportOptions,
  name: string,
): Promise<{ communityId: number; timeZone: string }> {
  const communities = await session.call('communities.list', null);
  if (options.new === undefined && (options.community !== undefined || communities.length > 0)) {
    const found = await findCommunity(session, options.community);
    return { communityId: found.id, timeZone: options.timeZone ?? found.timeZone };
  }
  const timeZone = options.timeZone ?? 'UTC';
  const { personalData: holdsPersonalData, dataBegin } = options;
  const input = { name: options.new ?? name, timeZone, holdsPersonalData, dataBegin };
  return { communityId: (await session.call('communities.createForImport', input)).id, timeZone };
}

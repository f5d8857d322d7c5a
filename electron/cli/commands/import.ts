import { resolve } from 'node:path';
import { Option } from 'commander';
import { type ActivityKind, activityKinds } from '../../../shared/domain/activity.ts';
import { type ImportField, type ImportMapping, importFields, timeFormats } from '../../../shared/ipc/topics/imports.ts';
import { percentDone } from '../output/percent-done.ts';
import { table } from '../output/table.ts';
import type { Session } from '../session/session.ts';
import { UsageError } from '../usage-error.ts';
import { collect, findCommunity } from './arguments.ts';
import type { Declare } from './command.ts';
import { importArchive } from './import-archive.ts';

interface ImportOptions {
  readonly community?: string;
  readonly new?: string;
  readonly timeZone?: string;
  readonly personalData: boolean;
  readonly pseudonyms?: boolean;
  readonly map: readonly string[];
  readonly timeFormat?: ImportMapping['timeFormat'];
  readonly kind?: ActivityKind;
}

/** Activities from a file. */
export const declareImport: Declare = (program, { t, withSession }) => {
  program
    .command('import')
    .argument('<file>', t('help.file'))
    .option('--community <community>', t('help.community'))
    .option('--new <name>', t('help.newCommunity'))
    .option('--time-zone <zone>', t('help.timeZone'))
    .option('--no-personal-data', t('help.noPersonalData'))
    .option('--pseudonyms', t('help.pseudonyms'))
    .option('--map <field=column>', t('help.map', { fields: importFields.join(', ') }), collect, [])
    .addOption(new Option('--time-format <format>', t('help.timeFormat')).choices([...timeFormats]))
    .addOption(new Option('--kind <kind>', t('help.kind')).choices([...activityKinds]))
    .description(t('help.import'))
    .action((given: string, options: ImportOptions) =>
      withSession(
        async ({ session, print }) => {
          const file = resolve(given);
          const { archive } = await session.call('archives.inspect', { file });
          if (archive) {
            const target = await chooseTarget(session, options, print.t('importedCommunity'));
            const people = options.pseudonyms ? 'pseudonyms' : 'names';
            await importArchive({ session, print }, { file, people, communityId: target.communityId });
            return undefined;
          }
          const { suggested } = await session.call('imports.inspect', { file });
          const mapping: ImportMapping = {
            columns: { ...suggested.columns, ...readMap(options.map) },
            timeFormat: options.timeFormat ?? suggested.timeFormat,
            defaultKind: options.kind ?? suggested.defaultKind,
          };
          const { communityId, timeZone } = await chooseTarget(session, options, print.t('importedCommunity'));
          const { jobId, importId } = await session.call('imports.start', { file, mapping, timeZone, communityId });
          await session.finish(jobId, (job) => print.progress(print.t('importing', { percent: percentDone(job) })));
          const summary = (await session.call('imports.list', { communityId })).find(
            (one) => one.importId === importId,
          );
          const { rejects } = await session.call('imports.rejects', { importId, limit: 20 });
          print.result({ ...summary, rejects }, () =>
            [
              print.t('imported', {
                added: print.number(summary?.added ?? 0),
                known: print.number(summary?.alreadyKnown ?? 0),
                rejected: print.number(summary?.rejected ?? 0),
                community: String(communityId),
              }),
              rejects.length === 0
                ? ''
                : table(rejects, [
                    { header: print.t('column.line'), cell: (one) => String(one.line), end: true },
                    { header: print.t('column.problem'), cell: (one) => one.reason },
                  ]),
            ]
              .join('\n')
              .trimEnd(),
          );
          return undefined;
        },
        { mayCreate: true },
      ),
    );
};

function readMap(pairs: readonly string[]): Partial<Record<ImportField, string>> {
  const columns: Partial<Record<ImportField, string>> = {};
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const field = importFields.find((one) => one === pair.slice(0, at));
    if (at === -1 || !field) throw new UsageError('badMap', { fields: importFields.join(', ') });
    columns[field] = pair.slice(at + 1);
  }
  return columns;
}

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
  const input = { name: options.new ?? name, timeZone, holdsPersonalData: options.personalData };
  return { communityId: (await session.call('communities.createForImport', input)).id, timeZone };
}

import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { recordKindOf } from '../../../shared/domain/health/record-kinds.ts';
import { templateOf } from '../../../shared/domain/health/record-template.ts';
import { type RecordKindId, recordKindIds } from '../../../shared/domain/health/records.ts';
import type { Output } from '../../../shared/ipc/contract.ts';
import { type DayFormat, dayFormats, type RecordMapping } from '../../../shared/ipc/topics/records.ts';
import { percentDone } from '../output/percent-done.ts';
import type { Printer } from '../output/printer.ts';
import { safeText } from '../output/safe-text.ts';
import { table } from '../output/table.ts';
import { UsageError } from '../usage-error.ts';
import { collect, findCommunity, parseNumber } from './arguments.ts';
import type { Declare, Toolkit } from './command.ts';

interface Which {
  readonly community?: string;
  readonly kind: RecordKindId;
}

interface ListOptions extends Which {
  readonly find?: string;
  readonly limit: number;
}

interface ImportOptions extends Which {
  readonly map: readonly string[];
  readonly set: readonly string[];
  readonly item: readonly string[];
  readonly dayFormat?: DayFormat;
  readonly replace?: boolean;
}

/** Outreach records: what they look like in a file, reading files of them, listing them. */
export const declareRecords: Declare = (program, toolkit) => {
  const records = program.command('records').description(toolkit.t('help.records'));
  declareTemplate(records, toolkit);
  declareList(records, toolkit);
  declareRecordImport(records, toolkit);
};

function kindOption(t: Toolkit['t']): Option {
  return new Option('--kind <kind>', t('help.recordKind')).choices([...recordKindIds]).makeOptionMandatory();
}

function declareTemplate(records: Command, { t, print }: Toolkit): void {
  records
    .command('template')
    .addOption(kindOption(t))
    .description(t('help.recordsTemplate'))
    .action(({ kind }: Which) => {
      const csv = templateOf(recordKindOf(kind));
      print().result({ kind, csv }, () => csv.trimEnd());
    });
}

function declareList(records: Command, { t, withSession }: Toolkit): void {
  records
    .command('list')
    .addOption(kindOption(t))
    .option('--community <community>', t('help.community'))
    .option('--find <words>', t('help.recordFind'))
    .option('--limit <number>', t('help.limit'), parseNumber, 50)
    .description(t('help.recordsList'))
    .action(({ community, kind, find, limit }: ListOptions) =>
      withSession(async ({ session, print }) => {
        const { id: communityId } = await findCommunity(session, community);
        const input = { communityId, kind, query: find ?? '', limit: Math.min(200, limit) };
        const list = await session.call('records.list', input);
        print.result(list, () => (list.rows.length === 0 ? print.t('recordsNone') : sayRecords(print, kind, list)));
        return undefined;
      }),
    );
}

function sayRecords(print: Printer, kind: RecordKindId, { rows, total }: Output<'records.list'>): string {
  const words = print.tFor('records');
  const columns = recordKindOf(kind).fields.map(({ name }) => ({
    header: words(`fields.${kind}.${name}`),
    cell: ({ values }: (typeof rows)[number]) => safeText(String(values[name] ?? '')),
  }));
  const more = total > rows.length ? [print.t('recordsMore', { total: print.number(total) })] : [];
  return [table(rows, columns), ...more].join('\n');
}

function declareRecordImport(records: Command, { t, withSession }: Toolkit): void {
  records
    .command('import')
    .argument('<file>', t('help.file'))
    .addOption(kindOption(t))
    .option('--community <community>', t('help.community'))
    .option('--map <field=column>', t('help.recordMap'), collect, [])
    .option('--set <field=value>', t('help.recordSet'), collect, [])
    .option('--item <column>', t('help.recordItem'), collect, [])
    .addOption(new Option('--day-format <format>', t('help.dayFormat')).choices([...dayFormats]))
    .option('--replace', t('help.recordReplace'))
    .description(t('help.recordsImport'))
    .action((given: string, options: ImportOptions) =>
      withSession(async ({ session, print }) => {
        const { kind } = options;
        const { id: communityId } = await findCommunity(session, options.community);
        const file = resolve(given);
        const { suggested } = await session.call('records.inspect', { file, kind });
        const mapping = mappingOf(kind, options, suggested);
        const { jobId, importId } = await session.call('records.import', { communityId, kind, file, mapping });
        await session.finish(jobId, (job) => print.progress(print.t('importing', { percent: percentDone(job) })));
        const outcome = await session.call('records.rejects', { importId, limit: 20 });
        print.result({ ...outcome.summary, rejects: outcome.rejects }, () => sayOutcome(print, kind, outcome));
        return undefined;
      }),
    );
}

function mappingOf(kind: RecordKindId, options: ImportOptions, suggested: RecordMapping): RecordMapping {
  const fixed = readPairs(kind, options.set);
  const columns = { ...suggested.columns, ...readPairs(kind, options.map) };
  for (const name of Object.keys(fixed)) delete columns[name];
  return {
    columns,
    fixed,
    items: options.item.length > 0 ? [...options.item] : suggested.items,
    dayFormat: options.dayFormat ?? suggested.dayFormat,
    existing: options.replace ? 'replace' : 'keep',
  };
}

function readPairs(kind: RecordKindId, pairs: readonly string[]): Record<string, string> {
  const fields = recordKindOf(kind).fields.map(({ name }) => name);
  const read: Record<string, string> = {};
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const field = pair.slice(0, Math.max(0, at));
    if (!fields.includes(field)) throw new UsageError('badPair', { fields: fields.join(', ') });
    read[field] = pair.slice(at + 1);
  }
  return read;
}

function sayOutcome(print: Printer, kind: RecordKindId, { summary, rejects }: Output<'records.rejects'>): string {
  const words = print.tFor('records');
  const { added, changed, alreadyKnown: known, rejected } = summary;
  const said = words('import.summary', { added, changed, known, rejected });
  if (rejects.length === 0) return said;
  const problems = table(rejects, [
    { header: words('import.line'), cell: ({ line }) => print.number(line), end: true },
    { header: words('import.field'), cell: ({ field }) => (field === null ? '' : words(`fields.${kind}.${field}`)) },
    { header: words('import.reason'), cell: ({ problem }) => words(`reasons.${problem}`) },
  ]);
  return `${said}\n${problems}`;
}

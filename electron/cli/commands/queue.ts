import { Option } from 'commander';
import { reportCategories } from '../../../shared/domain/report.ts';
import type { Input } from '../../../shared/ipc/contract.ts';
import { queueSorts, queueViews } from '../../../shared/ipc/topics/queue.ts';
import { safeText } from '../output/safe-text.ts';
import { table } from '../output/table.ts';
import { collect, parseNumber } from './arguments.ts';
import type { Declare } from './command.ts';

interface QueueOptions {
  readonly view: Input<'queue.counts'>['filter']['view'];
  readonly category: NonNullable<Input<'queue.counts'>['filter']['categories']>;
  readonly language: string[];
  readonly search: string;
  readonly sort: Input<'queue.page'>['sort'];
  readonly limit: number;
  readonly excerpts?: boolean;
}

/** Lists of cases and full-text search. Reported text stays covered unless it is asked for. */
export const declareQueue: Declare = (program, { t, withSession }) => {
  program
    .command('queue')
    .addOption(new Option('--view <view>', t('help.view')).choices([...queueViews]).default('open'))
    .addOption(
      new Option('--category <category>', t('help.category'))
        .choices([...reportCategories])
        .argParser(collect)
        .default([]),
    )
    .option('--language <code>', t('help.language'), collect, [])
    .option('--search <words>', t('help.searchWords'), '')
    .addOption(new Option('--sort <order>', t('help.sort')).choices([...queueSorts]).default('priority'))
    .option('--limit <number>', t('help.limit'), parseNumber, 20)
    .option('--excerpts', t('help.excerpts'))
    .description(t('help.queue'))
    .action((options: QueueOptions) =>
      withSession(async ({ session, print }) => {
        const filter = {
          view: options.view,
          categories: options.category,
          languages: options.language,
          search: options.search,
        };
        const page = await session.call('queue.page', {
          filter,
          sort: options.sort,
          limit: Math.min(500, options.limit),
        });
        print.result(page, () =>
          page.rows.length === 0
            ? print.t('queueEmpty')
            : [
                table(page.rows, [
                  { header: print.t('column.case'), cell: (row) => `H-${row.caseId}` },
                  { header: print.t('column.category'), cell: (row) => print.t(`category.${row.category}`) },
                  { header: print.t('column.state'), cell: (row) => print.t(`state.${row.state}`) },
                  { header: print.t('column.reports'), cell: (row) => print.number(row.reportCount), end: true },
                  { header: print.t('column.opened'), cell: (row) => print.date(row.openedAt) },
                  {
                    header: print.t('column.claimedBy'),
                    cell: (row) => (row.claimedBy === null ? '' : safeText(row.claimedBy)),
                  },
                  {
                    header: print.t('column.about'),
                    cell: (row) => {
                      const name = row.authorName || row.authorHandle;
                      return safeText(options.excerpts ? `${name}: ${row.excerpt}` : name);
                    },
                  },
                ]),
                print.t('queueShown', { shown: print.number(page.rows.length), count: page.total }),
              ].join('\n'),
        );
        return undefined;
      }),
    );

  program
    .command('search')
    .argument('<words...>', t('help.searchWords'))
    .option('--limit <number>', t('help.limit'), parseNumber, 20)
    .description(t('help.search'))
    .action((words: string[], options: { limit: number }) =>
      withSession(async ({ session, print }) => {
        const found = await session.call('search.find', {
          query: words.join(' '),
          limit: Math.min(200, options.limit),
        });
        print.result(found, () =>
          found.hits.length === 0
            ? print.t('nothingFound')
            : table(found.hits, [
                { header: print.t('column.case'), cell: (hit) => (hit.caseId === null ? '' : `H-${hit.caseId}`) },
                { header: print.t('column.kind'), cell: (hit) => print.t(`found.${hit.kind}`) },
                { header: print.t('column.when'), cell: (hit) => print.date(hit.at) },
                { header: print.t('column.text'), cell: (hit) => safeText(hit.excerpt) },
              ]),
        );
        return undefined;
      }),
    );
};

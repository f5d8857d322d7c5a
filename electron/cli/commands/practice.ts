import { once } from 'node:events';
import { Option } from 'commander';
import { PracticeServer } from '../../data/practice/practice-server.ts';
import { percentDone } from '../output/percent-done.ts';
import type { Session } from '../session/session.ts';
import { parseNumber } from './arguments.ts';
import type { Declare } from './command.ts';

interface ServeOptions {
  readonly port?: number;
  readonly reports?: number;
  readonly seed?: number;
  readonly flavour: 'mastodon' | 'gotosocial';
}

interface GenerateOptions {
  readonly members: number;
  readonly activities: number;
  readonly weeks: number;
  readonly seed: number;
  readonly name?: string;
  readonly timeZone: string;
}

/** The practice community as a server of its own and filled with people, and made-up networks of any size. */
export const declarePractice: Declare = (program, { t, print: printer, withSession }) => {
  const practice = program.command('practice').description(t('help.practice'));
  practice
    .command('serve')
    .option('--port <number>', t('help.port'), parseNumber)
    .option('--reports <number>', t('help.practiceReports'), parseNumber)
    .option('--seed <number>', t('help.seed'), parseNumber)
    .addOption(
      new Option('--flavour <flavour>', t('help.flavour')).choices(['mastodon', 'gotosocial']).default('mastodon'),
    )
    .description(t('help.practiceServe'))
    .action(async (options: ServeOptions) => {
      const print = printer();
      const server = new PracticeServer({
        flavour: options.flavour,
        ...(options.port === undefined ? {} : { port: options.port }),
        ...(options.reports === undefined ? {} : { reports: options.reports }),
        ...(options.seed === undefined ? {} : { seed: options.seed }),
      });
      const address = await server.start();
      // Worth nothing anywhere else: the server listens on this computer alone and ends with this command.
      const token = server.issueToken();
      print.result({ address, token, controlToken: server.controlToken }, () =>
        print.t('practiceRuns', { address, token }),
      );
      await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
      await server.stop();
    });

  practice
    .command('generate')
    .requiredOption('--members <number>', t('help.networkMembers'), parseNumber)
    .requiredOption('--activities <number>', t('help.networkActivities'), parseNumber)
    .option('--weeks <number>', t('help.networkWeeks'), parseNumber, 156)
    .option('--seed <number>', t('help.networkSeed'), parseNumber, 1)
    .option('--name <name>', t('help.networkName'))
    .option('--time-zone <zone>', t('help.timeZone'), 'UTC')
    .description(t('help.practiceGenerate'))
    .action(({ name = t('networkName'), ...size }: GenerateOptions) =>
      withSession(
        async ({ session, print }) => {
          const { jobId } = await session.call('practice.generate', { ...size, name });
          const result = await followed(session, jobId, (percent) =>
            print.progress(print.t('generating', { percent })),
          );
          const { communityId, activities, truth } = result ?? {};
          const known = JSON.parse(String(truth)) as unknown;
          print.result({ communityId, activities, truth: known }, () =>
            print.t('generated', {
              members: print.number(size.members),
              activities: print.number(Number(activities)),
              community: String(communityId),
            }),
          );
          return undefined;
        },
        { mayCreate: true },
      ),
    );

  practice
    .command('fill')
    .description(t('help.practiceFill'))
    .action(() =>
      withSession(
        async ({ session, print }) => {
          const { communityId } = await session.call('practice.state', null);
          if (communityId === null) await session.call('practice.start', null);
          const { jobId } = await session.call('practice.fillHealth', null);
          const result = await followed(session, jobId, (percent) =>
            print.progress(print.t('generating', { percent })),
          );
          print.result(result, () => print.t('practiceFilled'));
          return undefined;
        },
        { mayCreate: true },
      ),
    );
};

/** Waits for a job of the practice rooms; Ctrl-C cancels it, and it cleans up behind itself before this ends. */
async function followed(session: Session, jobId: string, onPercent: (percent: number) => void) {
  const stop = () => void session.call('jobs.cancel', { jobId });
  process.once('SIGINT', stop);
  try {
    const job = await session.finish(jobId, (state) => onPercent(percentDone(state)));
    return job.result;
  } finally {
    process.removeListener('SIGINT', stop);
  }
}

import { parseArgs } from 'node:util';
import { readLiveSettings } from './live-settings.ts';
import { runJourneys, type Told } from './run-journeys.ts';
import { Visit } from './visit.ts';

const signs = { did: '✓', 'could not': '–', failed: '✗' } as const;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

function tell({ name, result, words }: Told): void {
  say(`${signs[result]} ${name}\n    ${result === 'did' ? words : `${result}: ${words}`}`);
}

const { values } = parseArgs({ options: { platform: { type: 'string' } } });
try {
  const settings = readLiveSettings(values.platform ?? '', process.env);
  if ('missing' in settings) {
    complain(`SKIPPED: nothing was tried against a real server. Set ${settings.missing.join(' and ')}.`);
    complain('test/live/README.md says what for, and what the suite does there.');
  } else {
    const stop = new AbortController();
    process.once('SIGINT', () => stop.abort());
    const told = await runJourneys(new Visit(settings, stop.signal), tell);
    const count = (result: Told['result']) => told.filter((one) => one.result === result).length;
    say(
      `\nlive ${settings.platform}: ${count('did')} done, ${count('could not')} not possible, ${count('failed')} failed`,
    );
    process.exitCode = count('failed') === 0 ? 0 : 1;
  }
} catch (error) {
  complain(error instanceof RangeError ? error.message : String(error));
  process.exitCode = 2;
}

import type { i18n, TFunction } from 'i18next';
import type { Topic } from '../../../shared/strings/typed-keys.ts';

/** Where results go: words for people on standard output, or one JSON document for machines. Progress goes to standard error. */
export interface Printer {
  readonly json: boolean;
  readonly t: TFunction<'cli'>;
  /** Words of another topic, for keys that come as data: errors, findings. */
  readonly tFor: (topic: Topic) => (key: string, values?: Readonly<Record<string, string | number>>) => string;
  readonly locale: string;
  /** The result of the command: `data` with --json, otherwise what `words` makes of it. */
  readonly result: <Data>(data: Data, words: (data: Data) => string) => void;
  readonly progress: (line: string) => void;
  readonly date: (instant: number, timeZone?: string) => string;
  readonly number: (value: number) => string;
}

/** Makes a printer for one run. Dates are in the machine's own zone, with digits of the language. */
export function createPrinter(translator: i18n, json: boolean): Printer {
  const locale = translator.language;
  const t = translator.getFixedT(locale, 'cli');
  const number = new Intl.NumberFormat(locale);
  let shown = false;
  const clear = () => {
    if (shown) process.stderr.write('\r\u001b[2K');
    shown = false;
  };
  return {
    json,
    t,
    tFor: (topic) => translator.getFixedT(locale, topic) as unknown as ReturnType<Printer['tFor']>,
    locale,
    result(data, words) {
      clear();
      process.stdout.write(json ? `${JSON.stringify(data, null, 2)}\n` : `${words(data)}\n`);
    },
    progress(line) {
      if (json || !process.stderr.isTTY) return;
      process.stderr.write(`\r\u001b[2K${line}`);
      shown = true;
    },
    date: (instant, timeZone) =>
      new Intl.DateTimeFormat(locale, {
        dateStyle: 'medium',
        timeStyle: 'short',
        ...(timeZone ? { timeZone } : {}),
      }).format(instant),
    number: (value) => number.format(value),
  };
}

import type { Sentence } from '../../../shared/domain/health/chart.ts';

/** Said once for a whole report. */
const LEFT_OUT: ReadonlySet<string> = new Set(['charts:caveats.rounded']);

/** Sentences that tell the team what to do, and what a reader is told in their place. Keys of `reports:document.readers`. */
const FOR_READERS: Readonly<Record<string, string>> = {
  'connection:R1.caveat': 'R1',
  'connection:R3.caveat': 'R3',
  'connection:R7.caveat': 'R7',
  'connection:R15.caveat': 'R15',
  'resilience:Z15.caveat': 'Z15',
  'moderation:M8.caveat': 'M8',
  'moderation:M12.definition': 'definitionOfM12',
  'outreach:Z17.definition': 'definitionOfZ17',
  'charts:caveats.openPeriods': 'openPeriods',
  'caveats.openPeriods': 'openPeriods',
  'charts:caveats.uncertain': 'uncertain',
  'caveats.mayBeOlder': 'mayBeOlder',
  'outreach:coverage.askedNotNoted': 'askedNotNoted',
};

/**
 * What of a chart's caveats a reader of a report is told. Advice to the team is no business of the public: it is left out, or
 * said as what it means for the number.
 */
export function readerCaveats(caveats: readonly Sentence[]): Sentence[] {
  return caveats.filter(({ key }) => !LEFT_OUT.has(key)).map(forReaders);
}

/** A sentence as a reader of a report is told it. */
export function forReaders(sentence: Sentence): Sentence {
  const name = FOR_READERS[sentence.key];
  return name === undefined ? sentence : { key: `reports:document.readers.${name}`, params: {} };
}

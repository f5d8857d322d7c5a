import { describe, expect, it } from 'vitest';
import { dayNumberOfIsoDate } from '../../../electron/data/health/calendar/civil-day.ts';
import { localDaysIn } from '../../../electron/data/health/calendar/local-days.ts';
import { guessRecordMapping } from '../../../electron/data/outreach/guess-record-mapping.ts';
import { type ParseContext, parseField } from '../../../electron/data/outreach/parse-field.ts';
import { fieldOf, recordKindOf, recordKinds } from '../../../shared/domain/health/record-kinds.ts';
import { recordGroups, recordKindIds, recordProblems, spacePurposes } from '../../../shared/domain/health/records.ts';
import { strings as english } from '../../../shared/strings/en.ts';
import { listKeys } from '../../../shared/strings/plural-forms.ts';

const context: ParseContext = {
  calendar: localDaysIn('Europe/Berlin'),
  today: dayNumberOfIsoDate('2026-11-02') ?? 0,
  dayFormat: 'iso-8601',
};

function parse(kind: (typeof recordKindIds)[number], name: string, text: string, dayFormat = context.dayFormat) {
  const field = fieldOf(recordKindOf(kind), name);
  if (!field) throw new Error(`${kind} has no ${name}`);
  return parseField(field, text, { ...context, dayFormat });
}

const day = (iso: string) => ({ value: dayNumberOfIsoDate(iso) });

describe('the declarations of records', () => {
  it('declare every kind once', () => {
    expect(recordKinds.map(({ id }) => id)).toEqual([...recordKindIds]);
  });

  it.each(recordKinds)('hold together: $id', (kind) => {
    const names = kind.fields.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining([...kind.key]));
    for (const rule of kind.rules ?? []) expect(names).toEqual(expect.arrayContaining([...rule.fields]));
    expect(names).toEqual(expect.arrayContaining([...(kind.heldByParts ?? [])]));
    for (const field of kind.fields) {
      expect(parseField(field, field.example, context), field.name).toHaveProperty('value');
      if (field.type === 'reference') expect(recordKindIds).toContain(field.to);
    }
    // A record about a person by name names one, and no other kind does.
    expect(kind.fields.some(({ type }) => type === 'member')).toBe(kind.about === 'members');
  });

  it('know no person in the use of help', () => {
    for (const id of ['resource', 'resourceUse', 'survey', 'surveyAnswer', 'invitation'] as const) {
      expect(recordKindOf(id).fields.filter(({ type }) => type === 'member')).toEqual([]);
    }
  });
});

describe('the words of records', () => {
  const present = new Set(listKeys(english.records));

  it.each(recordKinds)('say everything about $id', ({ id, fields, isFileOnly }) => {
    const choices = fields.flatMap((field) => (field.type === 'choice' ? field.options : []));
    const wanted = [
      `kinds.${id}.title`,
      `kinds.${id}.purpose`,
      `privacy.what.${id}`,
      ...fields.map(({ name }) => `fields.${id}.${name}`),
      ...choices.map((option) => `choices.${id}.${option}`),
    ];
    expect(wanted.filter((key) => !present.has(key))).toEqual([]);
    // Choices go by the kind alone, so a kind has one menu.
    expect(fields.filter(({ type }) => type === 'choice').length).toBeLessThanOrEqual(1);
    expect(isFileOnly === true).toBe(id === 'surveyAnswer');
  });

  it('name every problem, group and purpose, and nothing else', () => {
    const under = (part: string) => [...present].filter((key) => key.startsWith(`${part}.`)).sort();
    expect(under('reasons')).toEqual(recordProblems.map((problem) => `reasons.${problem}`).sort());
    expect(under('groups')).toEqual([...recordGroups, 'spaces'].map((group) => `groups.${group}`).sort());
    const purposes = spacePurposes.map((purpose) => `spaces.purposes.${purpose === '' ? 'none' : purpose}`);
    expect(under('spaces.purposes')).toEqual(purposes.sort());
  });
});

describe('reading a field', () => {
  it.each([
    ['2026-03-05', 'iso-8601', '2026-03-05'],
    ['2026-03-05T23:30:00Z', 'iso-8601', '2026-03-06'],
    ['05.03.2026', 'day-month-year', '2026-03-05'],
    ['3/5/2026', 'month-day-year', '2026-03-05'],
    ['1772668800', 'unix-seconds', '2026-03-05'],
    ['٢٠٢٦-٠٣-٠٥', 'iso-8601', '2026-03-05'],
  ] as const)('takes the day %s written as %s', (text, format, iso) => {
    expect(parse('accountEnd', 'day', text, format)).toEqual(day(iso));
  });

  it.each([
    ['accountEnd', 'day', '2026-02-30', 'day-unreadable'],
    ['accountEnd', 'day', 'last week', 'day-unreadable'],
    ['accountEnd', 'day', '1900-01-01', 'day-out-of-range'],
    ['accountEnd', 'day', '2026-11-05', 'day-ahead'],
    ['accountEnd', 'day', '1e400', 'day-unreadable'],
    ['accountEnd', 'how', 'vanished', 'not-in-menu'],
    ['accountEnd', 'member', '', 'missing'],
    ['invitation', 'people', '-1', 'out-of-range'],
    ['invitation', 'people', '12.5', 'not-a-count'],
    ['invitation', 'people', '99999999999', 'out-of-range'],
    ['benchmark', 'share', '101', 'out-of-range'],
    ['benchmark', 'share', 'half', 'not-a-percent'],
    ['benchmark', 'year', '3021', 'out-of-range'],
    ['resourceUse', 'month', '2026-13', 'month-unreadable'],
    ['memberRoute', 'consent', '', 'consent-missing'],
    ['memberRoute', 'consent', 'no', 'consent-missing'],
    ['attendance', 'attended', 'perhaps', 'not-yes-or-no'],
    ['attendance', 'minutes', '1441', 'out-of-range'],
    ['event', 'name', '=HYPERLINK("http://x.example")', 'formula'],
    ['event', 'name', '+cmd|calc!A1', 'formula'],
    ['event', 'name', '@SUM(A1:A2)', 'formula'],
    ['event', 'name', 'ask anna@garden.example', 'looks-like-address'],
    ['event', 'name', 'a\u0000b', 'control-characters'],
    ['event', 'name', 'a\u202eb', 'control-characters'],
    ['event', 'name', 'caf\ufffd', 'encoding'],
    ['event', 'name', 'x'.repeat(101), 'too-long'],
  ] as const)('refuses %s.%s: %s', (kind, name, text, problem) => {
    expect(parse(kind, name, text)).toEqual({ problem });
  });

  it.each([
    ['event', 'day', '2027-01-01', dayNumberOfIsoDate('2027-01-01')],
    ['event', 'kind', 'Book club', 'book-club'],
    ['event', 'series', '', null],
    ['event', 'name', '@pride_berlin', '@pride_berlin'],
    ['event', 'name', '-10 degrees walk', '-10 degrees walk'],
    ['benchmark', 'share', '12,5 %', 12.5],
    ['benchmark', 'share', '٣٫٥', 3.5],
    ['invitation', 'people', '٤٥', 45],
    ['attendance', 'attended', '', 1],
    ['attendance', 'registered', '', 0],
    ['attendance', 'registered', 'نعم', 1],
    ['attendance', 'attended', 'No', 0],
    ['resourceUse', 'month', '2026-03', dayNumberOfIsoDate('2026-03-01')],
    ['resourceUse', 'month', '2026-03-17', dayNumberOfIsoDate('2026-03-01')],
  ] as const)('takes %s.%s: %s', (kind, name, text, value) => {
    expect(parse(kind, name, text)).toEqual({ value });
  });
});

describe('what columns mean', () => {
  const guess = (kind: (typeof recordKindIds)[number], columns: string[], sample: string[][] = []) =>
    guessRecordMapping(recordKindOf(kind), columns, sample);

  it('prefers a field’s own name to another word for it', () => {
    const { columns } = guess('campaign', ['date', 'Title', 'TYPE', 'start_day', 'End', 'sent', 'notes']);
    expect(columns).toEqual({ name: 'Title', kind: 'TYPE', startDay: 'start_day', endDay: 'End', delivered: 'sent' });
  });

  it('takes no column for two fields', () => {
    const { columns } = guess('mentorship', ['mentor', 'mentee', 'from', 'to']);
    expect(columns).toEqual({ mentor: 'mentor', mentee: 'mentee', startDay: 'from', endDay: 'to' });
  });

  it.each([
    [['2026-03-05'], 'iso-8601'],
    [['05.03.2026', '17.03.2026'], 'day-month-year'],
    [['3/17/2026'], 'month-day-year'],
    [['1772668800'], 'unix-seconds'],
    [['1772668800000'], 'unix-milliseconds'],
    [[], 'iso-8601'],
  ] as const)('sees from %j that days are written as %s', (days, dayFormat) => {
    const rows = days.map((text) => ['anna', text]);
    expect(guess('joinDate', ['member', 'joined'], rows).dayFormat).toBe(dayFormat);
  });

  it('takes columns of small numbers for questions, and neither times nor words', () => {
    const sample = [
      ['1772668800', '4', '', 'good'],
      ['1772668900', '5', '2', 'fine'],
    ];
    expect(guess('surveyAnswer', ['Timestamp', 'I am heard', 'I am valued', 'Comment'], sample).items).toEqual([
      'I am heard',
      'I am valued',
    ]);
  });
});

import { many, optional, partnerField, startAndEnd } from './common-fields.ts';
import {
  choice,
  count,
  currency,
  day,
  hashtags,
  label,
  member,
  month,
  pastDay,
  percent,
  type RecordField,
  reference,
  text,
  yesNo,
} from './record-fields.ts';
import { peopleKinds } from './record-kinds-of-people.ts';
import type { RecordKind, RecordKindId } from './records.ts';

/** Every kind of record, once. */
export const recordKinds: readonly RecordKind[] = [
  ...peopleKinds,
  {
    id: 'partner',
    group: 'partners',
    about: 'nobody',
    fields: [
      text('name', 'Rainbow Library', 100, { columns: ['partner', 'organisation', 'organization'] }),
      choice('kind', ['support-group', 'charity', 'school', 'health-service', 'public-body', 'business', 'other'], {
        columns: ['type'],
      }),
      day('since', { columns: ['start', 'startday', 'from'] }),
      day('until', { ...optional, columns: ['end', 'endday', 'to'] }),
    ],
    key: ['name'],
    rules: [{ is: 'in-order', fields: ['since', 'until'] }],
  },
  {
    id: 'event',
    group: 'partners',
    about: 'nobody',
    fields: [
      text('name', 'Book club in March', 100, { columns: ['event', 'title'] }),
      choice('kind', ['book-club', 'discussion-group', 'workshop', 'march', 'webinar', 'other'], { columns: ['type'] }),
      text('series', 'Book club', 100, optional),
      day('day', { columns: ['date', 'start', 'startdate'] }),
      partnerField,
    ],
    key: ['name', 'day'],
    parts: ['attendance'],
  },
  {
    id: 'attendance',
    group: 'partners',
    about: 'members',
    fields: [
      reference('event', 'event', 'Book club in March', { columns: ['eventname', 'session', 'title'] }),
      member('member', 'add', { columns: ['attendee', 'participant', 'memberid', 'user', 'userid', 'username'] }),
      yesNo('registered', false, { columns: ['signedup', 'rsvp'] }),
      yesNo('attended', true, { columns: ['present', 'came', 'joined'] }),
      count('minutes', [0, 1440], { ...optional, columns: ['duration', 'timeinsession', 'durationminutes'] }),
    ],
    key: ['event', 'member'],
  },
  {
    id: 'campaign',
    group: 'campaigns',
    about: 'counts',
    fields: [
      text('name', 'Letters for the clinic', 100, { columns: ['campaign', 'title'] }),
      choice('kind', ['petition', 'letters', 'fundraising', 'webinar', 'march', 'other'], { columns: ['type'] }),
      day('startDay', { columns: ['start', 'from', 'date'] }),
      day('endDay', { ...optional, columns: ['end', 'to', 'until'] }),
      partnerField,
      count('delivered', many, { ...optional, columns: ['sent', 'recipients'] }),
      hashtags('hashtags', { ...optional, columns: ['hashtag', 'tags', 'tag'] }),
      currency('currency', { ...optional, columns: ['currencycode'] }),
    ],
    key: ['name'],
    rules: [startAndEnd],
    parts: ['participation'],
  },
  {
    id: 'participation',
    group: 'campaigns',
    about: 'members',
    fields: [
      reference('campaign', 'campaign', 'Letters for the clinic'),
      member('member', 'add', { columns: ['memberid', 'user', 'userid', 'username', 'account', 'participant'] }),
      pastDay('day', { columns: ['date', 'at', 'createdat', 'signedat'] }),
      choice('step', ['asked', 'opened', 'clicked', 'completed', 'gave', 'organised'], { columns: ['action', 'kind'] }),
      count('amount', many, { ...optional, columns: ['cents', 'gift', 'donation'] }),
    ],
    key: ['campaign', 'member', 'day', 'step'],
  },
  {
    id: 'resource',
    group: 'help',
    about: 'nobody',
    fields: [
      text('name', 'Night helpline', 100, { columns: ['resource', 'service', 'title'] }),
      choice('kind', ['helpline', 'counselling', 'health', 'housing', 'legal', 'money', 'learning', 'other'], {
        columns: ['type'],
      }),
      yesNo('together', false, { example: 'no', columns: ['all', 'allresources', 'total'] }),
    ],
    key: ['name'],
    parts: ['resourceUse'],
  },
  {
    id: 'resourceUse',
    group: 'help',
    about: 'counts',
    fields: [
      reference('resource', 'resource', 'Night helpline', { columns: ['service', 'link'] }),
      month('month', { columns: ['date', 'period'] }),
      count('people', many, { columns: ['members', 'count', 'uniquevisitors', 'visitors'] }),
      partnerField,
    ],
    key: ['resource', 'month', 'partner'],
  },
  {
    id: 'mentorship',
    group: 'help',
    about: 'members',
    fields: [
      member('mentor', 'refuse', { columns: ['mentorid', 'helper'] }),
      member('mentee', 'refuse', { example: 'ben', columns: ['menteeid', 'newcomer'] }),
      day('startDay', { columns: ['start', 'from', 'since'] }),
      day('endDay', { ...optional, columns: ['end', 'to', 'until'] }),
    ],
    key: ['mentor', 'mentee', 'startDay'],
    rules: [startAndEnd, { is: 'different', fields: ['mentor', 'mentee'] }],
  },
  {
    id: 'survey',
    group: 'surveys',
    about: 'counts',
    fields: [
      text('name', 'Spring 2026', 100, { columns: ['survey', 'wave', 'title'] }),
      choice('kind', ['feeling-heard', 'sense-of-community', 'event-inclusion', 'wellbeing', 'safety'], {
        columns: ['type'],
      }),
      day('day', { columns: ['date'] }),
      count('invited', many, { ...optional, columns: ['asked', 'sent'] }),
      count('scaleLow', [-10, 10], { example: '1', columns: ['low', 'minimum'] }),
      count('scaleHigh', [-10, 100], { example: '5', columns: ['high', 'maximum'] }),
      reference('event', 'event', 'Book club in March', optional),
    ],
    key: ['name'],
    rules: [{ is: 'rising', fields: ['scaleLow', 'scaleHigh'] }],
    parts: ['surveyAnswer'],
    heldByParts: ['scaleLow', 'scaleHigh'],
  },
  {
    id: 'surveyAnswer',
    group: 'surveys',
    about: 'counts',
    fields: [reference('survey', 'survey', 'Spring 2026', { columns: ['wave'] })],
    key: ['survey'],
    isFileOnly: true,
  },
  {
    id: 'benchmark',
    group: 'benchmarks',
    about: 'nobody',
    fields: [
      text('question', 'gender', 100),
      label('answer', 'non-binary', 100, { columns: ['group', 'category'] }),
      text('population', 'Residents aged 16 and over', 200),
      count('year', [1900, 2100], { example: '2021' }),
      text('place', 'England and Wales', 100, { columns: ['country', 'region', 'area'] }),
      text('wording', 'Is the gender you identify with the same as your sex registered at birth?', 500),
      text('source', 'Census 2021', 300),
      percent('share', { columns: ['percent', 'percentage', 'value'] }),
      count('fromAge', [0, 120], { ...optional, example: '16', columns: ['minage', 'agefrom'] }),
      count('toAge', [0, 120], { ...optional, example: '99', columns: ['maxage', 'ageto'] }),
    ],
    key: ['question', 'answer', 'population', 'year', 'place', 'source'],
    rules: [{ is: 'in-order', fields: ['fromAge', 'toAge'] }],
  },
  {
    id: 'appeal',
    group: 'moderation',
    about: 'nobody',
    fields: [
      text('reference', 'A-17', 60, { columns: ['id', 'appeal', 'appealid', 'number'] }),
      pastDay('receivedDay', { columns: ['received', 'receivedat', 'opened', 'date'] }),
      pastDay('decidedDay', { ...optional, columns: ['decided', 'decidedat', 'closed'] }),
      choice('outcome', ['upheld', 'overturned', 'partly'], { ...optional, columns: ['result', 'decision'] }),
    ],
    key: ['reference'],
    rules: [
      { is: 'in-order', fields: ['receivedDay', 'decidedDay'] },
      { is: 'together', fields: ['decidedDay', 'outcome'] },
    ],
  },
];

/** The declaration of a kind. */
export function recordKindOf(id: RecordKindId): RecordKind {
  const found = recordKinds.find((kind) => kind.id === id);
  if (!found) throw new Error('every kind of record is declared');
  return found;
}

/** The field of this name, or undefined. */
export function fieldOf(kind: RecordKind, name: string): RecordField | undefined {
  return kind.fields.find((field) => field.name === name);
}

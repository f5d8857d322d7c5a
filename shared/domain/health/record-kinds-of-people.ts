import { many, optional, partnerField, startAndEnd } from './common-fields.ts';
import { choice, consent, count, day, member, pastDay, reference, text } from './record-fields.ts';
import type { RecordKind } from './records.ts';

/** Kinds of records about who members are and how they came. */
export const peopleKinds: readonly RecordKind[] = [
  {
    id: 'joinDate',
    group: 'people',
    about: 'members',
    fields: [
      member('member', 'add'),
      pastDay('day', { columns: ['joined', 'joinedat', 'joindate', 'signup', 'createdat', 'date'] }),
    ],
    key: ['member'],
  },
  {
    id: 'accountEnd',
    group: 'people',
    about: 'members',
    fields: [
      member('member', 'add'),
      pastDay('day', { columns: ['ended', 'endedat', 'left', 'deletedat', 'suspendedat', 'date'] }),
      choice('how', ['removed', 'deleted', 'spam'], { columns: ['reason', 'state', 'status'] }),
    ],
    key: ['member'],
  },
  {
    id: 'automatedAccount',
    group: 'people',
    about: 'members',
    fields: [member('member', 'add', { example: 'welcome-bot', columns: ['bot', 'account', 'user', 'username'] })],
    key: ['member'],
  },
  {
    id: 'linkedAccount',
    group: 'people',
    about: 'members',
    fields: [
      member('account', 'refuse', { isHere: true }),
      member('sameAs', 'refuse', { isHere: true, example: 'anna-reads', columns: ['sameas', 'alsois', 'linkedto'] }),
      pastDay('day', { columns: ['date', 'said', 'saidon', 'linked', 'linkedat'] }),
      choice('how', ['own-profile', 'told-team', 'survey'], { columns: ['source', 'where', 'by'] }),
    ],
    key: ['account', 'sameAs'],
    rules: [{ is: 'two-accounts', fields: ['account', 'sameAs'] }],
  },
  {
    id: 'route',
    group: 'people',
    about: 'nobody',
    fields: [
      text('name', 'Spring campaign', 100, { columns: ['route', 'title'] }),
      choice('kind', ['partner', 'event', 'campaign', 'friend', 'search', 'other'], { columns: ['type'] }),
      partnerField,
    ],
    key: ['name'],
    parts: ['invitation', 'memberRoute'],
  },
  {
    id: 'invitation',
    group: 'people',
    about: 'counts',
    fields: [
      reference('route', 'route', 'Spring campaign'),
      pastDay('day', { columns: ['date', 'invitedat', 'sentat'] }),
      count('people', many, { columns: ['invited', 'count', 'number', 'invitations'] }),
    ],
    key: ['route', 'day'],
  },
  {
    id: 'memberRoute',
    group: 'people',
    about: 'members',
    fields: [
      member('member', 'add'),
      reference('route', 'route', 'Spring campaign', { columns: ['source', 'referrer', 'camefrom', 'channel'] }),
      consent('consent'),
    ],
    key: ['member'],
  },
  {
    id: 'role',
    group: 'people',
    about: 'members',
    fields: [
      member('member', 'refuse'),
      choice('role', ['moderator', 'host', 'mentor', 'board'], { columns: ['kind', 'type'] }),
      day('startDay', { columns: ['start', 'from', 'since'] }),
      day('endDay', { ...optional, columns: ['end', 'to', 'until'] }),
    ],
    key: ['member', 'role', 'startDay'],
    rules: [startAndEnd],
  },
];

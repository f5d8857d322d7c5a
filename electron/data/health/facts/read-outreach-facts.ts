import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../../store/db.ts';
import type { OutreachRows, SurveyRow } from '../../store/outreach/outreach-rows.ts';
import { readAppeals, readOutreach, readSurveyRows } from '../../store/outreach/read-outreach.ts';
import type { DayNumber } from '../calendar/civil-day.ts';
import type { LocalDays } from '../calendar/local-days.ts';
import type { AppealFact } from './moderation-facts.ts';
import type { OutreachFacts } from './outreach-facts.ts';
import type { PersonPositions } from './person-positions.ts';
import type { SurveyWave } from './survey-facts.ts';

/** What coordinators wrote down, as it stood at the end of a day. */
export interface OutreachRead {
  readonly facts: OutreachFacts;
  readonly surveys: readonly SurveyWave[];
  readonly appeals: readonly AppealFact[];
  /** Route a person came by, by position; −1 unknown. */
  readonly routeOf: (position: number) => number;
}

export interface OutreachOptions {
  readonly positions: PersonPositions;
  readonly calendar: LocalDays;
  /** What happened after it has not happened yet. */
  readonly lastDay: DayNumber;
}

/** Records of a community with rows turned into places: of people, and of routes, events and partners among themselves. */
export function readOutreachFacts(db: ReadDb, communityId: CommunityId, options: OutreachOptions): OutreachRead {
  const rows = readOutreach(db, communityId);
  const { positions, calendar, lastDay } = options;
  const routes = placesOf(rows.routes);
  const events = placesOf(rows.events);
  // Of somebody with several accounts the one met first tells the route.
  const newestFirst = rows.memberRoutes.toSorted((one, other) => other.memberId - one.memberId);
  const routeByPosition = new Map(
    newestFirst.map(({ memberId, routeId }) => [positions.of(memberId), routes(routeId)]),
  );
  return {
    facts: outreachFacts(rows, options),
    surveys: readSurveyRows(db, communityId)
      .filter(({ day }) => day <= lastDay)
      .map((row) => surveyWave(row, events)),
    appeals: readAppeals(db, communityId)
      .filter(({ receivedDay }) => receivedDay <= lastDay)
      .map(({ receivedDay, decidedDay, outcome }) => {
        const decided = decidedDay !== null && decidedDay <= lastDay;
        return {
          receivedAt: calendar.startOf(receivedDay),
          decidedAt: decided ? calendar.startOf(decidedDay) : null,
          outcome: decided ? outcome : null,
        };
      }),
    routeOf: (position) => routeByPosition.get(position) ?? -1,
  };
}

type Places = (id: number | null) => number;

/** Place of a row among its kind; −1 for none. */
function placesOf(rows: readonly { readonly id: number }[]): Places {
  const places = new Map(rows.map(({ id }, at) => [id, at]));
  return (id) => (id === null ? -1 : (places.get(id) ?? -1));
}

function outreachFacts(rows: OutreachRows, { positions, lastDay }: OutreachOptions): OutreachFacts {
  const partners = placesOf(rows.partners);
  const events = placesOf(rows.events);
  const campaigns = placesOf(rows.campaigns);
  const resources = placesOf(rows.resources);
  const person = (memberId: number) => positions.of(memberId);
  return {
    routes: rows.routes.map(({ id, name, kind, partnerId }) => ({
      id,
      name,
      kind,
      partner: partners(partnerId),
      invited: rows.invitations
        .filter(({ routeId, day }) => routeId === id && day <= lastDay)
        .map(({ day, people }) => ({ day, count: people })),
    })),
    partners: rows.partners.map(({ name, since, until }) => ({ name, since, until })),
    events: rows.events.map(({ name, kind, series, day, partnerId }) => ({
      name,
      kind,
      series,
      day,
      partner: partners(partnerId),
    })),
    attendance: rows.attendance.flatMap(({ eventId, memberId, registered, attended, minutes }) => {
      const at = { event: events(eventId), person: person(memberId) };
      if (at.person < 0 || at.event < 0 || (rows.events[at.event]?.day ?? 0) > lastDay) return [];
      return [{ ...at, registered: registered === 1, attended: attended === 1, minutes: minutes ?? -1 }];
    }),
    campaigns: rows.campaigns.map(({ name, kind, startDay, endDay, partnerId, delivered, currency }) => ({
      name,
      kind,
      startDay,
      endDay,
      partner: partners(partnerId),
      delivered: delivered ?? 0,
      currency: currency ?? '',
    })),
    participation: rows.participation.flatMap(({ campaignId, memberId, day, step, amount }) => {
      const at = person(memberId);
      return at < 0 || day > lastDay
        ? []
        : [{ campaign: campaigns(campaignId), person: at, day, step, amount: amount ?? 0 }];
    }),
    resources: rows.resources.map(({ name, kind, together }) => ({ name, kind, isTogether: together === 1 })),
    referrals: rows.resourceUse
      .filter(({ month }) => month <= lastDay)
      .map(({ resourceId, month, people, partnerId }) => ({
        resource: resources(resourceId),
        day: month,
        people,
        partner: partners(partnerId),
      })),
    mentorships: rows.mentorships.flatMap(({ mentorId, menteeId, startDay, endDay }) => {
      const [mentor, mentee] = [person(mentorId), person(menteeId)];
      return mentee < 0 || mentee === mentor || startDay > lastDay ? [] : [{ mentor, mentee, startDay, endDay }];
    }),
    roles: rows.roles.flatMap(({ memberId, role, startDay, endDay }) => {
      const at = person(memberId);
      return at < 0 || startDay > lastDay ? [] : [{ person: at, role, startDay, endDay }];
    }),
  };
}

function surveyWave(row: SurveyRow, events: Places): SurveyWave {
  return {
    kind: row.kind,
    day: row.day,
    invited: row.invited ?? 0,
    scale: [row.scaleLow, row.scaleHigh],
    items: row.items,
    answers: row.answers.map((answer) => Float64Array.from(answer, (value) => value ?? Number.NaN)),
    event: events(row.eventId),
  };
}

import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../db.ts';
import { statement } from '../statement.ts';
import type {
  AppealRow,
  AttendanceRow,
  BenchmarkRow,
  CampaignRow,
  EventRow,
  InvitationRow,
  MemberRouteRow,
  MentorshipRow,
  OutreachRows,
  ParticipationRow,
  PartnerRow,
  ResourceRow,
  ResourceUseRow,
  RoleRow,
  RouteRow,
  SurveyRow,
} from './outreach-rows.ts';

/** Everything a community wrote down about how people come, meet, act and help. True rows, for counting alone. */
export function readOutreach(db: ReadDb, communityId: CommunityId): OutreachRows {
  const rows = <Row>(sql: string): Row[] => statement<Row>(db, sql).all(communityId);
  return {
    routes: rows<RouteRow>(
      'SELECT id, name, kind, partner_id AS partnerId FROM join_routes WHERE community_id = ? ORDER BY id',
    ),
    invitations: rows<InvitationRow>(
      'SELECT route_id AS routeId, day, people FROM route_invitations WHERE community_id = ? ORDER BY id',
    ),
    memberRoutes: rows<MemberRouteRow>(
      `SELECT member_id AS memberId, route_id AS routeId FROM member_routes WHERE community_id = ? AND consent = 1
       ORDER BY id`,
    ),
    partners: rows<PartnerRow>('SELECT id, name, since, until FROM partners WHERE community_id = ? ORDER BY id'),
    events: rows<EventRow>(
      `SELECT id, name, kind, series, day, partner_id AS partnerId FROM outreach_events WHERE community_id = ?
       ORDER BY day, id`,
    ),
    attendance: rows<AttendanceRow>(
      `SELECT event_id AS eventId, member_id AS memberId, registered, attended, minutes FROM event_attendance
       WHERE community_id = ? ORDER BY id`,
    ),
    campaigns: rows<CampaignRow>(
      `SELECT id, name, kind, start_day AS startDay, end_day AS endDay, partner_id AS partnerId, delivered, currency FROM campaigns
       WHERE community_id = ? ORDER BY id`,
    ),
    participation: rows<ParticipationRow>(
      `SELECT campaign_id AS campaignId, member_id AS memberId, day, step, amount FROM campaign_participation
       WHERE community_id = ? ORDER BY day, id`,
    ),
    resources: rows<ResourceRow>('SELECT id, name, kind, together FROM resources WHERE community_id = ? ORDER BY id'),
    resourceUse: rows<ResourceUseRow>(
      `SELECT resource_id AS resourceId, month, people, partner_id AS partnerId FROM resource_use WHERE community_id = ?
       ORDER BY id`,
    ),
    mentorships: rows<MentorshipRow>(
      `SELECT mentor_id AS mentorId, mentee_id AS menteeId, start_day AS startDay, end_day AS endDay FROM mentorships
       WHERE community_id = ? ORDER BY id`,
    ),
    roles: rows<RoleRow>(
      `SELECT member_id AS memberId, role, start_day AS startDay, end_day AS endDay FROM member_roles
       WHERE community_id = ? ORDER BY id`,
    ),
  };
}

interface StoredSurvey extends Omit<SurveyRow, 'items' | 'answers'> {
  readonly id: number;
  readonly items: string;
}

/** Every wave of an anonymous survey with its answers, oldest first. A wave without answers has no items either. */
export function readSurveyRows(db: ReadDb, communityId: CommunityId): SurveyRow[] {
  const surveys = statement<StoredSurvey>(
    db,
    `SELECT id, kind, day, invited, scale_low AS scaleLow, scale_high AS scaleHigh, event_id AS eventId, items
     FROM surveys WHERE community_id = ? ORDER BY day, id`,
  ).all(communityId);
  const answersOf = statement<{ answers: string; people: number }>(
    db,
    'SELECT answers, people FROM survey_answers WHERE survey_id = ? ORDER BY answers',
  );
  return surveys.map(({ id, items, ...survey }) => ({
    ...survey,
    items: JSON.parse(items) as string[],
    answers: answersOf.all(id).flatMap(({ answers, people }) => {
      const row = JSON.parse(answers) as (number | null)[];
      return Array.from({ length: people }, () => row);
    }),
  }));
}

/** Appeals that coordinators wrote down. */
export function readAppeals(db: ReadDb, communityId: CommunityId): AppealRow[] {
  return statement<AppealRow>(
    db,
    `SELECT received_day AS receivedDay, decided_day AS decidedDay, outcome FROM appeal_records WHERE community_id = ?
     ORDER BY received_day, id`,
  ).all(communityId);
}

/** Shares of named populations that a representation is compared with. */
export function readBenchmarks(db: ReadDb, communityId: CommunityId): BenchmarkRow[] {
  return statement<BenchmarkRow>(
    db,
    `SELECT question, answer, population, year, place, wording, source, share, from_age AS fromAge, to_age AS toAge
     FROM benchmarks WHERE community_id = ? ORDER BY question, id`,
  ).all(communityId);
}

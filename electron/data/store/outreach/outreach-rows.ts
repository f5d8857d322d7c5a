import type { MemberId } from '../../../../shared/domain/ids.ts';

/** What `readOutreach` answers. Days are local day numbers; `id`s tie rows together and mean nothing elsewhere. */
export interface OutreachRows {
  readonly routes: readonly RouteRow[];
  readonly invitations: readonly InvitationRow[];
  readonly memberRoutes: readonly MemberRouteRow[];
  readonly partners: readonly PartnerRow[];
  readonly events: readonly EventRow[];
  readonly attendance: readonly AttendanceRow[];
  readonly campaigns: readonly CampaignRow[];
  readonly participation: readonly ParticipationRow[];
  readonly resources: readonly ResourceRow[];
  readonly resourceUse: readonly ResourceUseRow[];
  readonly mentorships: readonly MentorshipRow[];
  readonly roles: readonly RoleRow[];
}

export interface RouteRow {
  readonly id: number;
  readonly name: string;
  readonly kind: 'partner' | 'event' | 'campaign' | 'friend' | 'search' | 'other';
  readonly partnerId: number | null;
}

export interface InvitationRow {
  readonly routeId: number;
  readonly day: number;
  readonly people: number;
}

/** Only with consent: the table can't hold another row. */
export interface MemberRouteRow {
  readonly memberId: MemberId;
  readonly routeId: number;
}

export interface PartnerRow {
  readonly id: number;
  readonly name: string;
  readonly since: number;
  readonly until: number | null;
}

export interface EventRow {
  readonly id: number;
  readonly name: string;
  readonly kind: 'book-club' | 'discussion-group' | 'workshop' | 'march' | 'webinar' | 'other';
  readonly series: string | null;
  readonly day: number;
  readonly partnerId: number | null;
}

export interface AttendanceRow {
  readonly eventId: number;
  readonly memberId: MemberId;
  readonly registered: 0 | 1;
  readonly attended: 0 | 1;
  readonly minutes: number | null;
}

export interface CampaignRow {
  readonly id: number;
  readonly name: string;
  readonly kind: 'petition' | 'letters' | 'fundraising' | 'webinar' | 'march' | 'other';
  readonly startDay: number;
  readonly endDay: number | null;
  readonly partnerId: number | null;
  readonly delivered: number | null;
  /** ISO 4217; null where nobody said. */
  readonly currency: string | null;
}

/** `amount` in the smallest unit of the campaign's currency. */
export interface ParticipationRow {
  readonly campaignId: number;
  readonly memberId: MemberId;
  readonly day: number;
  readonly step: 'asked' | 'opened' | 'clicked' | 'completed' | 'gave' | 'organised';
  readonly amount: number | null;
}

export interface ResourceRow {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  /** 1 where it stands for all resources together. */
  readonly together: number;
}

/** `month` is the day number of its first day. */
export interface ResourceUseRow {
  readonly resourceId: number;
  readonly month: number;
  readonly people: number;
  readonly partnerId: number | null;
}

export interface MentorshipRow {
  readonly mentorId: MemberId;
  readonly menteeId: MemberId;
  readonly startDay: number;
  readonly endDay: number | null;
}

export interface RoleRow {
  readonly memberId: MemberId;
  readonly role: 'moderator' | 'host' | 'mentor' | 'board';
  readonly startDay: number;
  readonly endDay: number | null;
}

/** One wave of an anonymous survey. One list in `answers` per respondent, in the order of their answers. */
export interface SurveyRow {
  readonly kind: 'feeling-heard' | 'sense-of-community' | 'event-inclusion' | 'wellbeing' | 'safety';
  readonly day: number;
  readonly invited: number | null;
  readonly scaleLow: number;
  readonly scaleHigh: number;
  readonly eventId: number | null;
  readonly items: readonly string[];
  readonly answers: readonly (readonly (number | null)[])[];
}

export interface AppealRow {
  readonly receivedDay: number;
  readonly decidedDay: number | null;
  readonly outcome: 'upheld' | 'overturned' | 'partly' | null;
}

/** `share` in percent, 0 to 100. Ages in whole years, both ends included. */
export interface BenchmarkRow {
  readonly question: string;
  readonly answer: string;
  readonly population: string;
  readonly year: number;
  readonly place: string;
  readonly wording: string;
  readonly source: string;
  readonly share: number;
  readonly fromAge: number | null;
  readonly toAge: number | null;
}

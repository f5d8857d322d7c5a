import type { DayNumber } from '../calendar/civil-day.ts';

/** What coordinators write down or import about how people come, meet, act and help. People are positions. */
export interface OutreachFacts {
  readonly routes: readonly RouteFact[];
  readonly partners: readonly PartnerFact[];
  readonly events: readonly EventFact[];
  readonly attendance: readonly AttendanceFact[];
  readonly campaigns: readonly CampaignFact[];
  readonly participation: readonly ParticipationFact[];
  readonly resources: readonly ResourceFact[];
  readonly referrals: readonly ReferralFact[];
  readonly mentorships: readonly MentorshipFact[];
  readonly roles: readonly RoleFact[];
}

/** A way people come: a partner, an event, a campaign, a friend. */
export interface RouteFact {
  /** Row number: stays when the route gets another name. */
  readonly id: number;
  readonly name: string;
  readonly kind: 'partner' | 'event' | 'campaign' | 'friend' | 'search' | 'other';
  /** People invited over it as far as somebody noted it, by the day they were invited; a count, not people. */
  readonly invited: readonly { readonly day: DayNumber; readonly count: number }[];
  readonly partner: number;
}

export interface PartnerFact {
  readonly name: string;
  readonly since: DayNumber;
  readonly until: DayNumber | null;
}

export interface EventFact {
  readonly name: string;
  readonly kind: 'book-club' | 'discussion-group' | 'workshop' | 'march' | 'webinar' | 'other';
  /** Sessions of one series share a name; null for a single event. */
  readonly series: string | null;
  readonly day: DayNumber;
  readonly partner: number;
}

/** One person at one event. Minutes: how long they stayed, −1 unknown. */
export interface AttendanceFact {
  readonly event: number;
  readonly person: number;
  readonly registered: boolean;
  readonly attended: boolean;
  readonly minutes: number;
}

export interface CampaignFact {
  readonly name: string;
  readonly kind: 'petition' | 'letters' | 'fundraising' | 'webinar' | 'march' | 'other';
  readonly startDay: DayNumber;
  readonly endDay: DayNumber | null;
  readonly partner: number;
  /** Asks delivered as a plain count, where people were not logged; 0 unknown. */
  readonly delivered: number;
  /** ISO 4217, '' where nobody said. */
  readonly currency: string;
}

/** One step of one person in one campaign. `amount` in the smallest unit of the campaign's currency, 0 for none. */
export interface ParticipationFact {
  readonly campaign: number;
  readonly person: number;
  readonly day: DayNumber;
  readonly step: 'asked' | 'clicked' | 'opened' | 'completed' | 'gave' | 'organised';
  readonly amount: number;
}

export interface ResourceFact {
  readonly name: string;
  readonly kind: string;
  /** Its use counts everybody who opened any resource, each once. */
  readonly isTogether: boolean;
}

/** How many distinct members opened a resource in a month: a count, because no log per person may exist (Z24). */
export interface ReferralFact {
  readonly resource: number;
  readonly day: DayNumber;
  readonly people: number;
  readonly partner: number;
}

export interface MentorshipFact {
  readonly mentor: number;
  readonly mentee: number;
  readonly startDay: DayNumber;
  readonly endDay: DayNumber | null;
}

export interface RoleFact {
  readonly person: number;
  readonly role: 'moderator' | 'host' | 'mentor' | 'board';
  readonly startDay: DayNumber;
  readonly endDay: DayNumber | null;
}

import type { ActivityLevel } from '../../../../shared/domain/activity.ts';
import type { SpacePurpose } from '../../../../shared/domain/health/records.ts';
import type { Instant } from '../../../../shared/domain/ids.ts';
import type { PromiseRow } from '../../store/promises/promises.ts';
import type { DayNumber } from '../calendar/civil-day.ts';
import type { LocalDays } from '../calendar/local-days.ts';
import type { MessageTable } from './message-table.ts';
import type { ModerationFacts } from './moderation-facts.ts';
import type { OutreachFacts } from './outreach-facts.ts';
import type { PeopleTable } from './people-table.ts';
import type { PeopleWeeks } from './people-weeks.ts';
import type { SurveyWave } from './survey-facts.ts';

/**
 * Everything a metric may count, read from one unchanging state of the store. True numbers: nothing of it leaves the health
 * room but through disclosure. Bots are out. A person is a position in `people`; positions mean nothing elsewhere.
 */
export interface HealthFacts {
  readonly timeZone: string;
  readonly calendar: LocalDays;
  /** First local day with an activity. */
  readonly firstDay: DayNumber;
  /** Last complete local day: nothing after it is in here. */
  readonly lastDay: DayNumber;
  /** The instant `lastDay` ends. Durations still running are cut here. */
  readonly cutOff: Instant;
  readonly people: PeopleTable;
  /** Who was active on which days at this level or above, week by week, up to `lastDay`. All stored history. */
  readonly weeks: (level: ActivityLevel) => PeopleWeeks;
  /** Messages (level 2 and above) of the periods under view and half a year before them, oldest first. */
  readonly messages: MessageTable;
  /** First instant that `messages` covers. */
  readonly messagesFrom: Instant;
  readonly spaces: readonly SpaceFacts[];
  readonly outreach: OutreachFacts;
  readonly surveys: readonly SurveyWave[];
  readonly moderation: ModerationFacts;
  /** How soon the community promised to answer, in order of time. */
  readonly promises: readonly PromiseRow[];
  /** Whether somebody is on the team on a day and not counted among members; left out where everybody is counted. */
  readonly isOut?: (person: number, day: DayNumber) => boolean;
  /** What platforms tell of hashtags; left out where none does. */
  readonly tagMeasures?: readonly TagMeasure[];
}

/** A platform's own numbers of one hashtag over the week that starts on a day: one server's view. */
export interface TagMeasure {
  readonly tag: string;
  readonly day: DayNumber;
  readonly accounts: number;
  readonly uses: number;
  readonly servers: number;
}

/** A space of the community. `name` is the community's own word. */
export interface SpaceFacts {
  readonly name: string;
  readonly purpose: SpacePurpose;
}

import type { RecordKindId } from '../../../../shared/domain/health/records.ts';
import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { LocalDays } from '../../health/calendar/local-days.ts';
import type { WriteDb } from '../../store/db.ts';
import type { StoredValues } from '../../store/outreach/record-row.ts';
import type { SeededRandom } from '../world/random.ts';
import type { NetworkDays, NetworkPeople } from './draw-people.ts';

/** What records are written from. */
export interface RecordWork {
  readonly db: WriteDb;
  readonly communityId: CommunityId;
  readonly calendar: LocalDays;
  readonly days: NetworkDays;
  readonly people: NetworkPeople;
  /** Row numbers of people; 0 for those who never came while the data ran. */
  readonly ids: Float64Array;
  readonly random: SeededRandom;
  readonly add: (kind: RecordKindId, values: StoredValues) => number;
}

import type { CommunityId } from '../../../shared/domain/ids.ts';
import type { DayNumber } from '../health/calendar/civil-day.ts';
import { localDaysIn } from '../health/calendar/local-days.ts';
import type { DataContext } from '../service/context.ts';
import { requireCommunity } from './add-community.ts';

/** The local day it is in a community. Throws HearthError `not-found`. */
export function todayOf(context: DataContext, communityId: CommunityId): DayNumber {
  return localDaysIn(requireCommunity(context, communityId).timeZone).dayOf(context.clock.now());
}

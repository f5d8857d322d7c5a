import type { TeamRule } from '../../../shared/domain/health/team-rule.ts';
import type { CommunityId } from '../../../shared/domain/ids.ts';
import { isoDateOf } from '../health/calendar/civil-day.ts';
import { afterChoice, isTeamCounted, nextQuarter, type TeamRuleDays } from '../health/facts/team-rule-days.ts';
import type { DataContext } from '../service/context.ts';
import { recordEvent } from '../service/record-event.ts';
import { readTeamChanges, writeTeamChanges } from '../store/members/team.ts';
import { inTransaction } from '../store/transaction.ts';
import { todayOf } from './today-of.ts';

/** Whether a community counts its team among members. Throws HearthError `not-found`. */
export function teamRuleOf(context: DataContext, communityId: CommunityId): TeamRule {
  return told(readTeamChanges(context.read, communityId), todayOf(context, communityId));
}

/** Notes a choice. It comes into force with the next quarter, so that no period is ever counted both ways. */
export function chooseTeamCounted(context: DataContext, communityId: CommunityId, isCounted: boolean): TeamRule {
  const today = todayOf(context, communityId);
  const rule = inTransaction(context.write, () => {
    const chosen = afterChoice(readTeamChanges(context.write, communityId), today, isCounted);
    writeTeamChanges(context.write, communityId, chosen);
    recordEvent(context, 'community.changed', communityId);
    return chosen;
  });
  context.changed(['communities']);
  return told(rule, today);
}

function told(rule: TeamRuleDays, today: number): TeamRule {
  const since = rule.findLast(({ from }) => from <= today);
  const next = rule.find(({ from }) => from > today);
  return {
    isCounted: isTeamCounted(rule, today),
    since: since ? isoDateOf(since.from) : null,
    next: next ? { from: isoDateOf(next.from), isCounted: next.isCounted } : null,
    changesFrom: isoDateOf(nextQuarter(today)),
  };
}

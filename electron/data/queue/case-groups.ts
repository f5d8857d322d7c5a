import { type CaseState, isOpenCase } from '../../../shared/domain/case.ts';
import type { ReportCategory } from '../../../shared/domain/report.ts';
import type { ReadDb } from '../store/db.ts';
import { statement } from '../store/statement.ts';
import type { QueueScope } from './queue-scope.ts';
import { storeRevision } from './revision.ts';

/** How many cases there are that are alike in everything the queue filters by. Empty text means none. */
export interface CaseGroup {
  readonly community_id: number;
  readonly state: CaseState;
  readonly category: ReportCategory;
  readonly language: string;
  readonly claimed_by: string;
  readonly cases: number;
}

const columns = 'community_id, state, category, language, claimed_by';
const selected =
  "community_id, state, category, coalesce(language, '') AS language, coalesce(claimed_by, '') AS claimed_by";

/**
 * The groups that a scope's time and search leave, whatever else it filters by: every count of the queue is a sum over them.
 * Without time and search these are the kept counts, a few hundred rows however many cases there are.
 */
export function listGroups(db: ReadDb, scope: Pick<QueueScope, 'openedBefore' | 'found'>): readonly CaseGroup[] {
  const revision = storeRevision(db);
  const key = JSON.stringify([scope.openedBefore, scope.found]);
  const known = remembered.get(db);
  if (known?.revision === revision && known.groups.has(key)) return known.groups.get(key) ?? [];
  const groups = readGroups(db, scope);
  const memory = known?.revision === revision ? known : { revision, groups: new Map<string, readonly CaseGroup[]>() };
  if (memory.groups.size >= mostRemembered) memory.groups.clear();
  memory.groups.set(key, groups);
  remembered.set(db, memory);
  return groups;
}

const remembered = new WeakMap<ReadDb, { revision: number; groups: Map<string, readonly CaseGroup[]> }>();
const mostRemembered = 20;

function readGroups(db: ReadDb, scope: Pick<QueueScope, 'openedBefore' | 'found'>): readonly CaseGroup[] {
  if (scope.found !== null) return countFound(db, scope.found, scope.openedBefore);
  const all = statement<CaseGroup>(db, `SELECT ${columns}, cases FROM case_counts WHERE cases > 0`).all();
  if (scope.openedBefore === null) return all;
  return [...countOlder(db, all, 1, scope.openedBefore), ...countOlder(db, all, 0, scope.openedBefore)];
}

function countFound(db: ReadDb, found: readonly number[], openedBefore: number | null): readonly CaseGroup[] {
  const sql = `SELECT ${selected}, count(*) AS cases FROM json_each(?) j CROSS JOIN cases c ON c.id = j.value
    WHERE c.opened_at <= ? GROUP BY 1, 2, 3, 4, 5`;
  return statement<CaseGroup>(db, sql).all(JSON.stringify(found), openedBefore ?? Number.MAX_SAFE_INTEGER);
}

/** Counts whichever side of the time is likely the smaller one: the older cases, or the newer ones to subtract. */
function countOlder(db: ReadDb, all: readonly CaseGroup[], isOpen: 0 | 1, openedBefore: number): readonly CaseGroup[] {
  const whole = all.filter((group) => isOpenCase(group.state) === (isOpen === 1));
  const first = edge(db, isOpen, 'ASC');
  const last = edge(db, isOpen, 'DESC');
  if (first === undefined || last === undefined || openedBefore < first) return [];
  if (openedBefore >= last) return whole;
  const grouped = (comparison: '<=' | '>'): readonly CaseGroup[] => {
    const sql = `SELECT ${selected}, count(*) AS cases FROM cases INDEXED BY cases_queue_opened
      WHERE is_open = ? AND opened_at ${comparison} ? GROUP BY 1, 2, 3, 4, 5`;
    return statement<CaseGroup>(db, sql).all(isOpen, openedBefore);
  };
  if (openedBefore - first < last - openedBefore) return grouped('<=');
  const newer = new Map(grouped('>').map((group) => [nameOf(group), group.cases]));
  return whole.map((group) => ({ ...group, cases: group.cases - (newer.get(nameOf(group)) ?? 0) }));
}

function edge(db: ReadDb, isOpen: 0 | 1, order: 'ASC' | 'DESC'): number | undefined {
  const sql = `SELECT opened_at FROM cases INDEXED BY cases_queue_opened WHERE is_open = ? ORDER BY opened_at ${order} LIMIT 1`;
  return statement<{ opened_at: number }>(db, sql).get(isOpen)?.opened_at;
}

function nameOf(group: CaseGroup): string {
  return JSON.stringify([group.community_id, group.state, group.category, group.language, group.claimed_by]);
}

/** Which of a scope's filters to apply: counts for one filter leave that one out. */
export type Facet = 'states' | 'communities' | 'categories' | 'languages' | 'claims';

/** The groups that a scope lets through, without the filters named in `except`. */
export function groupsInScope(
  groups: readonly CaseGroup[],
  scope: QueueScope,
  except: readonly Facet[] = [],
): readonly CaseGroup[] {
  const applies = (facet: Facet, list: readonly unknown[]): boolean => list.length > 0 && !except.includes(facet);
  return groups.filter(
    (group) =>
      (except.includes('states') || scope.states.includes(group.state)) &&
      (!applies('communities', scope.communityIds) || scope.communityIds.includes(group.community_id)) &&
      (!applies('categories', scope.categories) || scope.categories.includes(group.category)) &&
      (!applies('languages', scope.languages) || scope.languages.includes(group.language)) &&
      (except.includes('claims') || isClaimedAsWanted(group.claimed_by, scope)),
  );
}

function isClaimedAsWanted(claimedBy: string, scope: QueueScope): boolean {
  switch (scope.claimedBy) {
    case 'me':
      return claimedBy === scope.device;
    case 'others':
      return claimedBy !== '' && claimedBy !== scope.device;
    case 'nobody':
      return claimedBy === '';
    default:
      return true;
  }
}

/** The cases in some groups together. */
export function sumOf(groups: readonly CaseGroup[]): number {
  return groups.reduce((sum, group) => sum + group.cases, 0);
}

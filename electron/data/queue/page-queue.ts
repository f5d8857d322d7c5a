import type { CaseId } from '../../../shared/domain/ids.ts';
import type { ReadDb } from '../store/db.ts';
import { statement } from '../store/statement.ts';
import { groupsInScope, listGroups, sumOf } from './case-groups.ts';
import type { QueueScope } from './queue-scope.ts';
import {
  foundQuery,
  groupedQuery,
  orderedQuery,
  type Place,
  type Query,
  type QueueSort,
  type Stretch,
  sortColumn,
} from './queue-sql.ts';
import { storeRevision } from './revision.ts';

/** Up to so many cases it is cheaper to fetch them all and sort them than to look for them along an index. */
const fewCases = 3_000;

type Item = Place & { readonly id: CaseId };

/** The cases from `offset` on, at most `limit`, in the order of the queue. */
export function pageQueue(
  db: ReadDb,
  scope: QueueScope,
  sort: QueueSort,
  page: { offset: number; limit: number },
): readonly CaseId[] {
  const memory = placesOf(db, scope, sort);
  const near = nearestPlace(memory, page.offset);
  const stretch: Stretch = { from: near?.place ?? null, inclusive: true, backwards: false };
  const items = run(db, queryFor(db, scope, sort, stretch), page.limit, page.offset - (near?.offset ?? 0));
  remember(memory, page.offset, items);
  return items.map((item) => item.id);
}

/** The case right after or before another one in the order of the queue, or null at its end. */
export function neighbourInQueue(
  db: ReadDb,
  scope: QueueScope,
  sort: QueueSort,
  of: { caseId: CaseId; direction: 'next' | 'previous' },
): CaseId | null {
  const sql = `SELECT id, ${sortColumn(sort)} AS key FROM cases WHERE id = ?`;
  const from = statement<Item>(db, sql).get(of.caseId);
  if (!from) return null;
  const stretch: Stretch = { from, inclusive: false, backwards: of.direction === 'previous' };
  return run(db, queryFor(db, scope, sort, stretch), 1, 0)[0]?.id ?? null;
}

function run(db: ReadDb, query: Query | null, limit: number, offset: number): readonly Item[] {
  if (!query) return [];
  return statement<Item>(db, query.sql).all(...query.parameters, limit, offset);
}

function queryFor(db: ReadDb, scope: QueueScope, sort: QueueSort, stretch: Stretch): Query | null {
  if (scope.states.length === 0) return null;
  if (scope.found !== null) return foundQuery(scope.found, scope, sort, stretch);
  const groups = groupsInScope(listGroups(db, scope), scope);
  const cases = sumOf(groups);
  if (cases === 0) return null;
  return cases <= fewCases ? groupedQuery(groups, scope, sort, stretch) : orderedQuery(scope, sort, stretch);
}

/** Places met while a list is scrolled: the next page begins where the last one ended instead of at the top. */
interface Places {
  readonly revision: number;
  readonly at: Map<number, Place>;
}

const remembered = new WeakMap<ReadDb, Map<string, Places>>();
const mostLists = 20;
const mostPlaces = 2_000;

function placesOf(db: ReadDb, scope: QueueScope, sort: QueueSort): Places {
  const revision = storeRevision(db);
  const lists = remembered.get(db) ?? new Map<string, Places>();
  remembered.set(db, lists);
  const key = JSON.stringify([sort, scope]);
  const known = lists.get(key);
  if (known?.revision === revision) return known;
  if (lists.size >= mostLists) lists.clear();
  const fresh: Places = { revision, at: new Map() };
  lists.set(key, fresh);
  return fresh;
}

function nearestPlace(places: Places, offset: number): { offset: number; place: Place } | null {
  let best: { offset: number; place: Place } | null = null;
  for (const [at, place] of places.at) {
    if (at <= offset && (best === null || at > best.offset)) best = { offset: at, place };
  }
  return best;
}

function remember(places: Places, offset: number, items: readonly Item[]): void {
  if (places.at.size >= mostPlaces) places.at.clear();
  const first = items[0];
  const last = items.at(-1);
  if (first) places.at.set(offset, { key: first.key, id: first.id });
  if (last) places.at.set(offset + items.length - 1, { key: last.key, id: last.id });
}

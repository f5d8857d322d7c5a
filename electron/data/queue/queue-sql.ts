import { type CaseState, caseStates, isOpenCase } from '../../../shared/domain/case.ts';
import type { queueSorts } from '../../../shared/ipc/topics/queue.ts';
import type { CaseGroup } from './case-groups.ts';
import type { QueueScope } from './queue-scope.ts';

export type QueueSort = (typeof queueSorts)[number];

/** Where a page begins or ends: the value it is sorted by, and the case's number where those are equal. */
export interface Place {
  readonly key: number;
  readonly id: number;
}

/** Part of an ordered list: from a place on (or right after it), forwards or backwards. */
export interface Stretch {
  readonly from: Place | null;
  readonly inclusive: boolean;
  readonly backwards: boolean;
}

export interface Query {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

interface Order {
  readonly column: 'priority' | 'opened_at' | 'report_count';
  readonly index: 'cases_queue_priority' | 'cases_queue_opened' | 'cases_queue_reports';
  readonly descending: boolean;
}

const orders: Readonly<Record<QueueSort, Order>> = {
  priority: { column: 'priority', index: 'cases_queue_priority', descending: true },
  oldest: { column: 'opened_at', index: 'cases_queue_opened', descending: false },
  newest: { column: 'opened_at', index: 'cases_queue_opened', descending: true },
  reports: { column: 'report_count', index: 'cases_queue_reports', descending: true },
};

/** The column that a sort goes by. */
export function sortColumn(sort: QueueSort): Order['column'] {
  return orders[sort].column;
}

/**
 * Reads a stretch in the order of an index: one branch per leading value, merged by SQLite as it goes, so that nothing is
 * sorted and reading stops when the page is full. Ends with two free parameters: limit and offset.
 */
export function orderedQuery(scope: QueueScope, sort: QueueSort, stretch: Stretch): Query {
  const order = orders[sort];
  const byCategory = sort === 'priority' && scope.categories.length > 0;
  const index = byCategory ? 'cases_queue_category' : order.index;
  const branches = [1, 0].flatMap((isOpen) => {
    const states = scope.states.filter((state) => isOpenCase(state) === (isOpen === 1));
    if (states.length === 0) return [];
    const rest = conditions(scope, { states: narrows(states, isOpen === 1) ? states : [], categories: !byCategory });
    const from = stretchCondition(order, stretch);
    const leading = byCategory ? scope.categories.map((category) => [isOpen, category]) : [[isOpen]];
    return leading.map((values) => ({
      sql: `SELECT id, ${order.column} AS key FROM cases INDEXED BY ${index}
        WHERE is_open = ?${byCategory ? ' AND category = ?' : ''}${rest.sql}${from.sql}`,
      parameters: [...values, ...rest.parameters, ...from.parameters],
    }));
  });
  const direction = order.descending === stretch.backwards ? 'ASC' : 'DESC';
  return {
    sql: `${branches.map((branch) => branch.sql).join(' UNION ALL ')}
      ORDER BY key ${direction}, id ${direction} LIMIT ? OFFSET ?`,
    parameters: branches.flatMap((branch) => branch.parameters),
  };
}

/** Reads the few cases of some groups and sorts them. For scopes that are rare in the order of the queue. */
export function groupedQuery(
  groups: readonly CaseGroup[],
  scope: QueueScope,
  sort: QueueSort,
  stretch: Stretch,
): Query {
  const order = orders[sort];
  const from = stretchCondition(order, stretch, 'c.');
  const keys = groups.map((one) => [
    one.community_id,
    one.state,
    one.category,
    one.language === '' ? null : one.language,
    one.claimed_by === '' ? null : one.claimed_by,
  ]);
  return {
    sql: `SELECT c.id, c.${order.column} AS key FROM json_each(?) g CROSS JOIN cases c INDEXED BY cases_queue_groups
      ON c.community_id = g.value ->> 0 AND c.state = g.value ->> 1 AND c.category = g.value ->> 2
        AND c.language IS g.value ->> 3 AND c.claimed_by IS g.value ->> 4
      WHERE c.opened_at <= ?${from.sql} ${orderBy(order, stretch)} LIMIT ? OFFSET ?`,
    parameters: [JSON.stringify(keys), scope.openedBefore ?? Number.MAX_SAFE_INTEGER, ...from.parameters],
  };
}

/** Reads the cases that a search found and sorts them. */
export function foundQuery(found: readonly number[], scope: QueueScope, sort: QueueSort, stretch: Stretch): Query {
  const order = orders[sort];
  const rest = conditions(scope, { states: scope.states, categories: true });
  const from = stretchCondition(order, stretch, 'c.');
  return {
    sql: `SELECT c.id, c.${order.column} AS key FROM json_each(?) j CROSS JOIN cases c ON c.id = j.value
      WHERE 1${rest.sql}${from.sql} ${orderBy(order, stretch)} LIMIT ? OFFSET ?`,
    parameters: [JSON.stringify(found), ...rest.parameters, ...from.parameters],
  };
}

function orderBy(order: Order, stretch: Stretch): string {
  const direction = order.descending === stretch.backwards ? 'ASC' : 'DESC';
  return `ORDER BY c.${order.column} ${direction}, c.id ${direction}`;
}

function narrows(states: readonly CaseState[], open: boolean): boolean {
  return states.length < caseStates.filter((state) => isOpenCase(state) === open).length;
}

function conditions(scope: QueueScope, apply: { states: readonly CaseState[]; categories: boolean }): Query {
  const parts: string[] = [];
  const parameters: unknown[] = [];
  const oneOf = (column: string, values: readonly unknown[]): void => {
    if (values.length === 0) return;
    // One text for every length of list: statements are prepared once.
    parts.push(` AND ${column} IN (SELECT value FROM json_each(?))`);
    parameters.push(JSON.stringify(values));
  };
  oneOf('state', apply.states);
  oneOf('community_id', scope.communityIds);
  if (apply.categories) oneOf('category', scope.categories);
  oneOf("coalesce(language, '')", scope.languages);
  if (scope.openedBefore !== null) {
    parts.push(' AND opened_at <= ?');
    parameters.push(scope.openedBefore);
  }
  if (scope.claimedBy === 'nobody') parts.push(' AND claimed_by IS NULL');
  if (scope.claimedBy === 'me' || scope.claimedBy === 'others') {
    parts.push(scope.claimedBy === 'me' ? ' AND claimed_by = ?' : ' AND claimed_by <> ?');
    parameters.push(scope.device);
  }
  return { sql: parts.join(''), parameters };
}

function stretchCondition(order: Order, stretch: Stretch, prefix = ''): Query {
  if (stretch.from === null) return { sql: '', parameters: [] };
  const sign = order.descending === stretch.backwards ? '>' : '<';
  return {
    sql: ` AND (${prefix}${order.column}, ${prefix}id) ${sign}${stretch.inclusive ? '=' : ''} (?, ?)`,
    parameters: [stretch.from.key, stretch.from.id],
  };
}

import type { CaseId } from '../../../shared/domain/ids.ts';
import type { ParsedQueueFilter, queueCalls } from '../../../shared/ipc/topics/queue.ts';
import { letTimePass } from '../cases/time-passed.ts';
import type { DataContext } from '../service/context.ts';
import type { Handlers } from '../service/handlers.ts';
import { searchCases } from '../store/search/search.ts';
import { countQueue, countScope } from './count-queue.ts';
import { neighbourInQueue, pageQueue } from './page-queue.ts';
import { queueRows } from './queue-rows.ts';
import { scopeOf } from './queue-scope.ts';
import { storeRevision } from './revision.ts';

/** More cases than this are not narrowed to: the newest matches are what a person is after. */
const mostFound = 10_000;

interface Settled {
  readonly device: string;
  readonly now: number;
  readonly found: readonly CaseId[] | null;
}

function settle(context: DataContext, filter: ParsedQueueFilter): Settled {
  const changed = letTimePass(context);
  if (changed.length > 0) context.changed(['queue', 'case'], changed);
  const found = filter.search.trim() === '' ? null : findCases(context, filter.search);
  return { device: context.actor().device, now: context.clock.now(), found };
}

const lastFound = new WeakMap<DataContext, { revision: number; query: string; ids: readonly CaseId[] }>();

/** Page and counts of one view ask for the same search: it is made once. */
function findCases(context: DataContext, query: string): readonly CaseId[] {
  const revision = storeRevision(context.read);
  const known = lastFound.get(context);
  if (known?.revision === revision && known.query === query) return known.ids;
  const ids = searchCases(context.read, { query, limit: mostFound });
  lastFound.set(context, { revision, query, ids });
  return ids;
}

/** The calls about the list of cases. */
export const queueHandlers: Handlers<keyof typeof queueCalls> = {
  'queue.page'(context, { filter, sort, offset, limit }) {
    const at = settle(context, filter);
    const scope = scopeOf(filter, at);
    const ids = pageQueue(context.read, scope, sort, { offset, limit });
    return {
      rows: queueRows(context.read, ids, at),
      total: countScope(context.read, scope),
      revision: storeRevision(context.read),
    };
  },
  'queue.counts': (context, { filter }) => countQueue(context.read, filter, settle(context, filter)),
  'queue.neighbour'(context, { filter, sort, caseId, direction }) {
    const scope = scopeOf(filter, settle(context, filter));
    return { caseId: neighbourInQueue(context.read, scope, sort, { caseId: caseId as CaseId, direction }) };
  },
};

import { findCommunity } from '../../../electron/data/store/communities/queries.ts';
import { listOpenConflicts } from '../../../electron/data/store/conflicts/queries.ts';
import type { ActionState } from '../../../shared/domain/action.ts';
import type { FaultBench } from './fault-bench.ts';

/** How the actions of every decision ended. */
export interface SendingTally {
  readonly applied: number;
  /** Taken back by a person before or after it was sent. */
  readonly takenBack: number;
  /** Shown to a person: a conflict, a failure with its reason, and what waits behind one of them. */
  readonly unresolved: number;
  /** Neither, though everything has settled; or called done and not done: must be 0. */
  readonly lost: number;
  /** Carried out more than once on the server, or without anybody having decided it: must be 0. */
  readonly repeated: number;
  /** Each of the lost and repeated, in words. */
  readonly wrong: readonly string[];
}

/** What a person did knowingly. */
export interface ByPerson {
  /** How often an action may be carried out once more: somebody sent it again though it may have arrived. By kind and target. */
  readonly sentAgain: ReadonlyMap<string, number>;
  /** Cases whose person left things as a colleague had them. */
  readonly givenUp: ReadonlySet<number>;
}

const nobody: ByPerson = { sentAgain: new Map(), givenUp: new Set() };

interface ActionNow {
  readonly id: number;
  readonly decision_id: number;
  readonly author: number;
  readonly kind: string;
  readonly target_remote_id: string;
  readonly report_remote_id: string | null;
  readonly state: ActionState;
  readonly before: string | null;
}

/** Names an action as the server's books do. */
export function bookKey({ kind, target_remote_id }: Pick<ActionNow, 'kind' | 'target_remote_id'>): string {
  return `${kind} ${target_remote_id}`;
}

/** Holds the desk's actions against what the server carried out. */
export function sendingTally(bench: FaultBench, person: ByPerson = nobody): SendingTally {
  const actions = bench.desk.context.write
    .prepare(
      `SELECT actions.id, decision_id, cases.author_member_id AS author, kind, target_remote_id, report_remote_id,
         actions.state, actions.before
       FROM actions JOIN cases ON cases.id = actions.case_id ORDER BY decision_id, position`,
    )
    .all() as ActionNow[];
  // Who has a report is told as it stands, by no decision, and as often as it takes.
  const decided = bench.standIn
    .carriedOut()
    .filter(({ kind }) => kind !== 'report.assign' && kind !== 'report.unassign');
  const carried = countKeys(decided.map(({ kind, target }) => `${kind} ${target}`));
  const shown = shownActions(bench, actions);
  const waits = (one: ActionNow): boolean => one.state !== 'applied' && one.state !== 'reversed';
  const lost = [
    ...actions
      .filter((one) => waits(one) && !shown.has(one.id))
      .map((one) => `${bookKey(one)} is ${one.state} for ever`),
    ...neverDone(bench, actions, carried),
    ...untended(bench, actions, shown, person.givenUp),
  ];
  const repeated = tooOften(actions, carried, person.sentAgain);
  return {
    applied: actions.filter(({ state }) => state === 'applied').length,
    takenBack: actions.filter(({ state }) => state === 'reversed').length,
    unresolved: shown.size,
    lost: lost.length,
    repeated: repeated.length,
    wrong: [...lost, ...repeated],
  };
}

/** What the outbox and the conflicts show, with a reason; and what waits behind that, in its decision or for its author. */
function shownActions(bench: FaultBench, actions: readonly ActionNow[]): ReadonlySet<number> {
  const inConflict = new Set<number>(
    listOpenConflicts(bench.desk.context.write).map(({ decision_id }) => Number(decision_id)),
  );
  const shown = new Set<number>();
  const heldAuthors = new Set<number>();
  for (const decision of new Set(actions.map(({ decision_id }) => decision_id))) {
    const unfinished = actions.filter(
      (one) => one.decision_id === decision && one.state !== 'applied' && one.state !== 'reversed',
    );
    const [first] = unfinished;
    if (!first) continue;
    const hasReason = inConflict.has(decision) || first.state === 'failed';
    const isHeld = heldAuthors.has(first.author);
    for (const one of unfinished) {
      const isBehind = (hasReason || isHeld) && one.state === 'confirmed';
      const isShown = one.state === 'failed' || (one.state === 'conflict' && inConflict.has(decision)) || isBehind;
      if (isShown) shown.add(one.id);
    }
    if (unfinished.some(({ state }) => state === 'failed' || state === 'confirmed')) heldAuthors.add(first.author);
  }
  return shown;
}

/** Called done, and the server never did it. */
function neverDone(
  { standIn, reopened }: FaultBench,
  actions: readonly ActionNow[],
  carried: ReadonlyMap<string, number>,
): string[] {
  const open = new Set(standIn.openReports());
  const applied = actions.filter(({ state }) => state === 'applied');
  const wanted = countKeys(applied.filter(({ kind }) => !kind.startsWith('report.')).map(bookKey));
  const short = [...wanted].filter(([key, times]) => (carried.get(key) ?? 0) < times);
  const stillOpen = applied.filter(
    (one) => one.kind === 'report.resolve' && open.has(one.target_remote_id) && !reopened.has(one.target_remote_id),
  );
  return [
    ...short.map(([key, times]) => `${key} is called done ${times} times, and was ${carried.get(key) ?? 0} times`),
    ...stillOpen.map((one) => `${bookKey(one)} is called done, and the report is open`),
  ];
}

/** Open on the server, and here neither in an open case nor with anything that still stands before a person. */
function untended(
  { standIn, desk }: FaultBench,
  actions: readonly ActionNow[],
  shown: ReadonlySet<number>,
  givenUp: ReadonlySet<number>,
): string[] {
  const find = desk.context.write.prepare(
    `SELECT cases.id, cases.is_open AS isOpen,
       EXISTS (SELECT 1 FROM decisions WHERE decisions.case_id = cases.id) AS isDecided
     FROM reports JOIN cases ON cases.id = reports.case_id WHERE remote_id = ?`,
  );
  // Where reports can't be closed they stay open there, and a decided case closes here alone.
  const staysOpen = findCommunity(desk.context.write, desk.communityId)?.capabilities?.resolve === false;
  return standIn.openReports().flatMap((id) => {
    const found = find.get(id) as { id: number; isOpen: number; isDecided: number } | undefined;
    const isTended = found && (found.isOpen === 1 || givenUp.has(found.id) || (staysOpen && found.isDecided === 1));
    if (isTended) return [];
    if (actions.some((one) => one.report_remote_id === id && shown.has(one.id))) return [];
    return [`open there and before nobody here: ${id}`];
  });
}

/** Carried out more often than anybody decided and let go. */
function tooOften(
  actions: readonly ActionNow[],
  carried: ReadonlyMap<string, number>,
  sentAgain: ReadonlyMap<string, number>,
): string[] {
  const left = countKeys(actions.filter(({ before }) => before !== null).map(bookKey));
  return [...carried].flatMap(([key, times]) => {
    const allowed = (left.get(key) ?? 0) + (sentAgain.get(key) ?? 0);
    return times > allowed ? [`${key} was carried out ${times} times instead of ${allowed}`] : [];
  });
}

function countKeys(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

import { dashboardHandlers } from '../../electron/data/health/dashboard/handlers.ts';
import { attachIdentity } from '../../electron/data/identity/identity-of.ts';
import { createActivityWriter } from '../../electron/data/store/activities/commands.ts';
import type { NewActivity } from '../../electron/data/store/activities/new-activity.ts';
import type { ChartRow } from '../../shared/domain/health/chart.ts';
import type { MemberId } from '../../shared/domain/ids.ts';
import type { SplitView } from '../../shared/ipc/topics/dashboards.ts';
import { aClock, aDataContext } from './data-context.ts';
import { anIdentityVault, answerQuestion, aQuestion, type Said } from './identity.ts';
import { aCommunity } from './people.ts';
import { aStore } from './store.ts';

const day = 86_400_000;
/** A week of the bench's clock. */
export const week = 7 * day;

/** A question with two answers and no words of one's own. */
export const yesOrNo = aQuestion({
  key: 'trans-status',
  kind: 'trans-status',
  several: false,
  freeTerm: false,
  answers: ['yes', 'no'].map((code) => ({ code, labels: { en: code }, written: [] })),
});

export type Asked = Partial<Pick<SplitView, 'question' | 'measure' | 'cross'>>;

/**
 * A community whose members came one after the other a year ago, every second one of whom stayed, with a store, an identity
 * file and a clock: what somebody sees who asks for its splits week by week.
 */
export function aSplitBench(size = 200) {
  const store = aStore();
  const clock = aClock(Date.UTC(2026, 9, 5, 12));
  const context = aDataContext(store, { clock });
  const communityId = aCommunity(store.write, { time_zone: 'UTC' });
  const vault = anIdentityVault(store);
  attachIdentity(context, vault);
  const acts = Array.from({ length: size }, (_, at): NewActivity[] => {
    const start = Date.UTC(2025, 9, 1) + (at % 30) * day;
    return (at % 2 === 0 ? [0, 40, 80, 120, 160, 200] : [0, 5]).map((after) => anAct(`m${at}`, start + after * day));
  }).flat();
  const writer = createActivityWriter(store.write, { communityId, importId: null, now: clock.at });
  store.transaction(() => writer.add(acts));
  const rows = store.read.prepare('SELECT id FROM members WHERE community_id = ? ORDER BY id').all(communityId);
  const members = (rows as { id: MemberId }[]).map(({ id }) => id);
  return {
    store,
    clock,
    context,
    communityId,
    vault,
    members,
    said: (from: number, to: number, ...answers: readonly string[]): Said[] =>
      members.slice(from, to).map((member) => ({ member, answers })),
    answer: (answers: readonly Said[], draft = yesOrNo) =>
      answerQuestion(store.write, vault.ensure(), communityId, answers, draft),
    ask: (input: Asked = {}) =>
      dashboardHandlers['health.split'](context, {
        communityId,
        question: 'trans-status',
        measure: 'representation',
        cross: 'none',
        ...input,
      }),
  };
}

function anAct(member: string, at: number): NewActivity {
  const key = Buffer.from(`${member} ${at}`);
  const rest = { target: null, kind: 'post', level: 2, space: null, thread: null, mayRepeat: false } as const;
  return { ...rest, member, at, day: Math.floor(at / day), key, parentKey: null, flags: 0 };
}

/** Rows of a split that are drawn. */
export function rowsOf({ chart }: SplitView): readonly ChartRow[] {
  return chart?.shape.kind === 'dots' ? chart.shape.rows : [];
}

/** Names of a split's rows that are told as too few. */
export function tooFewOf({ chart }: SplitView): readonly unknown[] {
  return chart?.shape.kind === 'dots' ? chart.shape.tooFew : [];
}

/** People of a row as a reader works them out from share and whole; null where the row is not told. */
export function peopleRead(view: SplitView, id: string): number | null {
  const row = rowsOf(view).find((one) => one.id === id);
  if (!row || !('value' in row.value) || row.n?.mark !== 'shown') return null;
  return Math.round((row.value.value * row.n.value) / 500) * 5;
}

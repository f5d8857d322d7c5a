import { dashboardHandlers } from '../../electron/data/health/dashboard/handlers.ts';
import { attachIdentity } from '../../electron/data/identity/identity-of.ts';
import type { NewActivity } from '../../electron/data/store/activities/new-activity.ts';
import type { IdentityQuestionDraft } from '../../shared/domain/health/identity-questions.ts';
import type { SplitTime } from '../../shared/domain/health/split.ts';
import type { Instant } from '../../shared/domain/ids.ts';
import type { SplitView } from '../../shared/ipc/topics/dashboards.ts';
import { aClock, aDataContext } from './data-context.ts';
import { anIdentityVault, answerQuestion, aQuestion, type Said, saying } from './identity.ts';
import { addActivities, memberIds } from './new-activities.ts';
import { aCommunity } from './people.ts';
import { aStore } from './store.ts';

export type IdentityDesk = ReturnType<typeof anIdentityDesk>;

export type Asked = Partial<Pick<SplitView, 'question' | 'measure' | 'cross'> & { readonly time: SplitTime }>;

/**
 * A real store with an identity file, a clock, and a community in UTC whose members are those who did `acts`. It is a Monday
 * noon unless `now` says otherwise. `question` is what `answer` and `ask` are about while they are told nothing else.
 */
export function anIdentityDesk(options: {
  readonly acts: readonly NewActivity[];
  readonly question?: IdentityQuestionDraft;
  readonly now?: Instant;
}) {
  const { acts, question = aQuestion(), now = Date.UTC(2026, 9, 5, 12) } = options;
  const store = aStore();
  const clock = aClock(now);
  const context = aDataContext(store, { clock });
  const communityId = aCommunity(store.write, { time_zone: 'UTC' });
  const vault = anIdentityVault(store);
  attachIdentity(context, vault);
  addActivities(store.write, communityId, acts, now);
  const members = memberIds(store.read, communityId);
  return {
    store,
    clock,
    context,
    communityId,
    vault,
    /** In the order they were met. */
    members,
    /** The same answers from each of the members at these places. */
    said: (from: number, to: number, ...answers: readonly string[]): Said[] =>
      saying(members.slice(from, to), ...answers),
    answer: (answers: readonly Said[], draft = question) =>
      answerQuestion(store.write, vault.ensure(), communityId, answers, draft),
    /** The split that somebody looks at. */
    ask: (input: Asked = {}) =>
      dashboardHandlers['health.split'](context, {
        communityId,
        question: question.key,
        measure: 'representation',
        cross: 'none',
        time: 'week',
        ...input,
      }),
  };
}

import type { CaseView } from '../../../../shared/ipc/topics/case.ts';
import { strings as words } from '../../../../shared/strings/en.ts';
import type { Demo } from '../demo.ts';
import { hold } from '../narrate.ts';
import { expect } from '../patience.ts';
import { WorkDesk } from '../work-desk.ts';
import { type PlannedDecision, workPlan } from '../work-plan.ts';

/** A decision as it was made in the window: what the server has to show for it later. */
export interface MadeDecision {
  readonly plan: PlannedDecision;
  readonly caseId: number;
  readonly caseName: string;
  readonly accountRemoteId: string;
  /** The reports that were open when it was decided. */
  readonly reportRemoteIds: readonly string[];
}

/** Says in the window that work goes on offline, then takes the network away for real. */
export async function goOffline({ window, world, pictures }: Demo) {
  await window.goTo('queue');
  await expect(window.page.getByRole('row').nth(1)).toBeVisible();
  await pictures.take('08-queue');
  await window.run('sync.toggleOffline');
  await window.untilNetworkShows('working-offline');
  await world.cutNetwork();
  return { say: 'working offline, and the server can’t be reached', value: world.requestCount() };
}

/** Works cases by keyboard until every planned decision is made. */
export async function workOffline(demo: Demo) {
  const { window, pictures } = demo;
  const desk = new WorkDesk(window);
  await window.goTo('queue');
  await window.run('queue.next');
  await desk.openCase();
  await pictures.take('09-case-covered');
  await window.run('case.uncoverAll');
  await expect(window.page.getByRole('button', { name: words.case.cover.coverAll })).toBeVisible();
  await pictures.take('10-case-uncovered');
  await window.run('case.uncoverAll');
  const made: MadeDecision[] = [];
  const open = [...workPlan];
  let undone = 0;
  while (open.length > 0) {
    const view = await desk.openCase();
    const plan =
      view.claim === null &&
      !made.some(({ caseId }) => caseId === view.caseId) &&
      open.find(({ suits }) => suits(view));
    if (!plan) {
      const found = await desk.next();
      hold(found, `No case of the queue suits the decision “${open[0]?.reason}”.`);
      continue;
    }
    open.splice(open.indexOf(plan), 1);
    await desk.claim();
    if (plan.turn === 'undone-and-decided-anew') {
      await desk.fillIn({ finding: 'upheld', effect: 'silence', reason: 'Too quick; taken back at once.' });
      await desk.submitAndNext();
      await desk.undo(view);
      undone += 1;
      await desk.fillIn({ ...plan, effect: 'none' });
    } else await desk.fillIn(plan);
    if (made.length === 1) await pictures.take('11-decision');
    await desk.submitAndNext();
    made.push(toMadeDecision(demo, view, plan));
  }
  await pictures.take('12-queue-offline-decided');
  return {
    say: `${made.length} cases decided by keyboard, ${undone} decision taken back first`,
    value: { made, undone },
  };
}

function toMadeDecision({ world }: Demo, view: CaseView, plan: PlannedDecision): MadeDecision {
  const open = view.reports.filter((report) => report.remoteState === 'open');
  const account = world.world.report(open[0]?.remoteId ?? '')?.targetId;
  hold(account, `${view.name} has no open report that the server knows.`);
  return {
    plan,
    caseId: view.caseId,
    caseName: view.name,
    accountRemoteId: account,
    reportRemoteIds: open.map(({ remoteId }) => remoteId),
  };
}

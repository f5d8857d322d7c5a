import type { Locator } from '@playwright/test';
import type { CaseView } from '../../../shared/ipc/topics/case.ts';
import { strings as words } from '../../../shared/strings/en.ts';
import { answerOf } from '../harness/call-hearth.ts';
import type { DemoWindow } from './demo-window.ts';
import { expect } from './patience.ts';
import type { PlannedDecision } from './work-plan.ts';

/** Works cases in the queue by keyboard alone. What the case holds is only read, to choose what suits it. */
export class WorkDesk {
  readonly #window: DemoWindow;

  constructor(window: DemoWindow) {
    this.#window = window;
  }

  get #heading(): Locator {
    return this.#window.page.getByRole('region', { name: words.queue.panes.case }).getByRole('heading', { level: 2 });
  }

  get #decision(): Locator {
    return this.#window.page.getByRole('region', { name: words.queue.panes.decision });
  }

  /** The open case, once the window shows its decision form. */
  async openCase(): Promise<CaseView> {
    await expect(this.#decision.getByRole('radiogroup').first()).toBeVisible();
    const name = await this.#heading.locator('bdi').first().innerText();
    return answerOf(this.#window.page, 'case.get', { caseId: Number(name.replace(/\D/g, '')) });
  }

  /** Goes to the next line of the list and waits for its case; false at the end of the list. */
  async next(): Promise<boolean> {
    const before = await this.#heading.innerText();
    await this.#window.run('queue.next');
    const end = this.#window.page.getByText(words.queue.announce.end);
    const another = this.#heading.filter({ hasNotText: before });
    await expect(end.or(another).first()).toBeAttached();
    return (await this.#heading.innerText()) !== before;
  }

  async claim(): Promise<void> {
    await this.#window.run('case.claim');
    await expect(this.#window.page.getByRole('button', { name: words.case.claim.release })).toBeVisible();
  }

  /** Finding, policy, effect and reason, as planned. */
  async fillIn({ finding, effect, reason }: Pick<PlannedDecision, 'finding' | 'effect' | 'reason'>): Promise<void> {
    const window = this.#window;
    await window.run(findingKeys[finding]);
    await expect(this.#radio(words.case.finding[finding])).toBeChecked();
    if (finding === 'upheld') await this.#choosePolicy();
    if (effect !== 'none') await this.#chooseEffect(words.case.effect[effect]);
    await window.run('decision.reason');
    const field = this.#decision.getByLabel(words.case.decision.reasonInternal);
    await expect(field).toBeFocused();
    await window.page.keyboard.press('Control+A');
    await window.page.keyboard.insertText(reason);
  }

  /** Submits and goes on; answers when another case, or none, is open. */
  async submitAndNext(): Promise<void> {
    const before = await this.#heading.innerText();
    await this.#window.run('decision.submitNext', 'typing');
    const last = this.#heading.filter({ hasNotText: before });
    const question = this.#window.page.getByRole('alertdialog', { name: words.case.decision.confirmTitle });
    await expect(question.or(last).first()).toBeVisible();
    if (await question.isVisible()) {
      await this.#window.page.keyboard.press('Tab');
      await this.#window.page.keyboard.press('Enter');
    }
    await expect(this.#heading).not.toHaveText(before);
  }

  /** Takes the last decision back; answers when its case is open again. */
  async undo(view: CaseView): Promise<void> {
    await this.#window.run('decision.undo');
    await expect(this.#heading).toContainText(view.name);
    await expect(this.#decision.getByRole('radiogroup').first()).toBeVisible();
  }

  async #choosePolicy(): Promise<void> {
    const { page } = this.#window;
    await this.#window.run('decision.policy');
    const button = this.#decision.getByRole('button', { name: words.case.decision.policy }).first();
    await expect(button).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('option').nth(1)).toBeVisible();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('option').first()).toBeHidden();
  }

  async #chooseEffect(label: string): Promise<void> {
    await this.#window.run('decision.effect');
    const wanted = this.#radio(label);
    const choices = await this.#decision
      .getByRole('radiogroup', { name: words.case.decision.effect })
      .getByRole('radio')
      .count();
    for (let tries = 0; tries < choices && !(await wanted.isChecked()); tries += 1) {
      await this.#window.page.keyboard.press('ArrowDown');
    }
    await expect(wanted).toBeChecked();
  }

  #radio(label: string): Locator {
    return this.#decision.getByRole('radio', { name: label, exact: false }).first();
  }
}

const findingKeys = {
  upheld: 'decision.upheld',
  'not-upheld': 'decision.notUpheld',
  'not-enough': 'decision.notEnough',
  'bad-faith': 'decision.badFaith',
  duplicate: 'decision.duplicate',
} as const;

import type { Page } from '@playwright/test';
import { violationsOf } from './harness/axe.ts';
import { answerOf } from './harness/call-hearth.ts';
import { expect, test } from './harness/hearth-test.ts';
import { openPracticeQueue, practicePassphrase } from './harness/practice-queue.ts';

const english = { language: 'en', theme: 'light' } as const;
const heading = (page: Page) => page.getByRole('heading', { level: 2, name: /^H-\d+/ });

/** Opens a case whose first subject has text, and answers that text's first words. */
async function openCaseWithText(page: Page): Promise<{ caseId: number; words: string }> {
  const { rows } = await answerOf(page, 'queue.page', { filter: {} });
  for (const { caseId, claimedBy } of rows) {
    if (claimedBy !== null) continue;
    const view = await answerOf(page, 'case.get', { caseId });
    const text = view.subjects[0]?.versions.at(-1)?.text ?? '';
    const words = /^[\p{L} ,.’]{12,}/u.exec(text)?.[0];
    if (!words) continue;
    await page.goto(`${page.url().split('#')[0]}#/queue/${caseId}`);
    await expect(heading(page)).toContainText(`H-${caseId}`);
    return { caseId, words };
  }
  throw new Error('no case with text');
}

test.describe('a case', () => {
  test('covers what was written until it is uncovered on purpose, and again on leaving', async ({ hearth }) => {
    const { page } = hearth;
    await openPracticeQueue(page, english);
    const { caseId, words } = await openCaseWithText(page);
    const content = page.getByRole('region', { name: 'Case', exact: true });
    await expect(content.getByText('Text covered').first()).toBeVisible();
    await expect(content).not.toContainText(words);
    await expect(page.locator('img, video, audio, iframe, object, embed')).toHaveCount(0);

    await content.getByText('Text covered').first().hover();
    await expect(content).not.toContainText(words);

    await page.keyboard.down('v');
    await expect(content).toContainText(words);
    await page.keyboard.up('v');
    await expect(content).not.toContainText(words);

    const show = content.getByRole('button', { name: 'Show', exact: true }).first();
    await show.focus();
    await page.keyboard.press('Enter');
    await expect(content).toContainText(words);
    await expect(content.getByRole('button', { name: 'Cover again' }).first()).toBeFocused();

    await page.keyboard.press('j');
    await expect(heading(page)).not.toContainText(`H-${caseId} `);
    await page.keyboard.press('k');
    await expect(content).not.toContainText(words);
  });

  test('lets a moderator say whom a report harmed', async ({ hearth }) => {
    const { page } = hearth;
    await openPracticeQueue(page, english);
    const { rows } = await answerOf(page, 'queue.page', { filter: {} });
    const caseId = rows.find(({ claimedBy }) => claimedBy === null)?.caseId ?? 0;
    // The platform knows no such category: a moderator names it in the case.
    await answerOf(page, 'case.correctCategory', { caseId, category: 'harassment' });
    await page.goto(`${page.url().split('#')[0]}#/queue/${caseId}`);
    await expect(heading(page)).toContainText(`H-${caseId}`);
    const choice = page.getByRole('button', { name: /Whom did it harm\?/ }).first();
    await expect(choice).toContainText('Not said');
    await choice.click();
    await page.getByRole('option', { name: 'Nobody in particular' }).click();
    await expect(choice).toContainText('Nobody in particular');
    const view = await answerOf(page, 'case.get', { caseId });
    expect(view.reports.map(({ harmed }) => harmed)).toContain('nobody');
    expect(await violationsOf(page)).toEqual([]);
  });

  test('keeps a decision being written, and a note, through a restart', async ({ launch }) => {
    const first = await launch();
    await openPracticeQueue(first.page, english);
    const { caseId } = await openCaseWithText(first.page);
    await first.page.keyboard.press('4');
    await first.page.keyboard.press('r');
    await first.page.keyboard.type('same three accounts as last week');
    await first.page.getByLabel('New note').fill('ask Sam about the three accounts');
    await expect
      .poll(async () => (await answerOf(first.page, 'case.get', { caseId })).draft)
      .toMatchObject({ reasonInternal: 'same three accounts as last week', note: 'ask Sam about the three accounts' });
    await first.kill();

    const { page } = await launch();
    await answerOf(page, 'vault.unlock', { passphrase: practicePassphrase });
    await page.goto(`${page.url().split('#')[0]}#/queue/${caseId}`);
    await expect(page.getByRole('radio', { name: 'Reported in bad faith' })).toBeChecked();
    await expect(page.getByLabel('Reason, for the team')).toHaveValue('same three accounts as last week');
    await page.getByRole('button', { name: 'Add note' }).click();
    await expect(page.getByLabel('New note')).toHaveValue('');
    await expect(page.getByText('ask Sam about the three accounts')).toBeVisible();
  });

  test('hears no shortcut of the room while a dialog is open', async ({ hearth }) => {
    const { page } = hearth;
    await openPracticeQueue(page, english);
    const { caseId } = await openCaseWithText(page);
    await page.keyboard.press('2');
    await expect(page.getByRole('radio', { name: 'Not upheld' })).toBeChecked();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    expect((await answerOf(page, 'case.get', { caseId })).decisions).toEqual([]);

    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await answerOf(page, 'case.get', { caseId })).decisions.length).toBe(1);
  });

  test('says in place that a colleague holds the case, and loses no word', async ({ hearth }) => {
    const { page } = hearth;
    await openPracticeQueue(page, english);
    const { rows } = await answerOf(page, 'queue.page', { filter: {} });
    const held = rows.find(({ claimedBy, claimedByMe }) => claimedBy !== null && !claimedByMe);
    if (!held) throw new Error('nobody holds a case in the practice community');
    await page.goto(`${page.url().split('#')[0]}#/queue/${held.caseId}`);
    await expect(heading(page)).toBeVisible();
    await page.keyboard.press('2');
    await page.keyboard.press('r');
    await page.keyboard.type('kept words');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('A colleague holds this case')).toBeVisible();
    await expect(page.getByLabel('Reason, for the team')).toHaveValue('kept words');
    expect((await answerOf(page, 'outbox.list', {})).length).toBe(0);
  });

  test('shows the whole address before a browser may open it', async ({ hearth }) => {
    const { page } = hearth;
    await openPracticeQueue(page, english);
    const { caseId } = await openCaseWithText(page);
    const { subjects } = await answerOf(page, 'case.get', { caseId });
    const address = subjects.find((subject) => subject.address !== null)?.address;
    if (!address) throw new Error('no address');
    await page.getByRole('button', { name: 'Open the address' }).first().click();
    const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
    await expect(dialog).toContainText(address);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  test('can be put off and comes back to hand in the waiting view', async ({ hearth }) => {
    const { page } = hearth;
    await openPracticeQueue(page, english);
    const { caseId } = await openCaseWithText(page);
    await page.keyboard.press('w');
    const dialog = page.getByRole('dialog', { name: 'Put this case off' });
    await expect(dialog).toBeVisible();
    await dialog.getByRole('button', { name: 'Put off' }).click();
    await expect(dialog).toBeHidden();
    await expect(heading(page)).not.toContainText(`H-${caseId} `);
    const waiting = await answerOf(page, 'queue.page', { filter: { view: 'waiting' } });
    expect(waiting.rows.map((row) => row.caseId)).toEqual([caseId]);
    expect(waiting.rows[0]?.waitingUntil).toBeGreaterThan(Date.now());
  });
});

import type { Page } from '@playwright/test';
import { expectAccessible } from './harness/axe.ts';
import { answerOf } from './harness/call-hearth.ts';
import { expect, test } from './harness/hearth-test.ts';
import { openPracticeQueue } from './harness/practice-queue.ts';

const english = { language: 'en', theme: 'light' } as const;

/** The open case's heading; the only second-level heading that has a case number. */
const heading = (page: Page) => page.getByRole('heading', { level: 2, name: /^H-\d+/ });
const line = (page: Page, index: number) => page.locator(`#queue-line-${index}`);
const undoBar = (page: Page) => page.getByRole('region', { name: 'Last decision' });

/** Case numbers of the first lines, as the trusted side orders them. */
async function firstCases(page: Page): Promise<number[]> {
  const { rows } = await answerOf(page, 'queue.page', { filter: {} });
  return rows.map(({ caseId }) => caseId);
}

/** The first line that nobody else has claimed. */
async function firstFreeLine(page: Page): Promise<number> {
  const { rows } = await answerOf(page, 'queue.page', { filter: {} });
  return rows.findIndex(({ claimedBy }) => claimedBy === null);
}

async function openLine(page: Page, index: number): Promise<void> {
  for (let step = 0; step <= index; step += 1) {
    await page.keyboard.press('j');
    await expect(line(page, step)).toHaveAttribute('aria-selected', 'true');
  }
  await expect(heading(page)).toBeVisible();
}

test.describe('the queue', () => {
  test('lets a person do the whole job by keyboard alone', async ({ hearth }) => {
    const { page } = hearth;
    await openPracticeQueue(page, english);
    const cases = await firstCases(page);
    const at = await firstFreeLine(page);
    await openLine(page, at);
    await expect(heading(page)).toContainText(`H-${cases[at]}`);

    await page.keyboard.press('c');
    await expect(page.getByText(/^Yours until/)).toBeVisible();
    await page.keyboard.press('1');
    await expect(page.getByRole('radio', { name: 'Upheld', exact: true })).toBeChecked();
    await page.keyboard.press('e');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: /^Warn/ })).toBeChecked();

    // A rule is needed here: the pane says so, puts the focus there, and the keyboard chooses.
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Choose the policy this rests on.')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('listbox')).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('listbox')).toBeHidden();
    await expect(page.getByText('Choose the policy this rests on.')).toBeHidden();

    await page.keyboard.press('r');
    // Letters are text while somebody types: none of these may claim, submit or escalate.
    await page.keyboard.type('could not stop, next time escalate');
    await expect(page.getByLabel('Reason, for the team')).toHaveValue('could not stop, next time escalate');
    await page.keyboard.press('Control+Shift+Enter');

    await expect(undoBar(page)).toContainText(
      new RegExp(`H-${cases[at]}\\W+saved. It will be sent when you are online.`),
    );
    await expect(line(page, at)).toContainText('Decided');
    await expect(heading(page)).not.toContainText(`H-${cases[at]} `);
    await expect(heading(page)).toBeFocused();

    const view = await answerOf(page, 'case.get', { caseId: cases[at] ?? 0 });
    expect(view.state).toBe('decided');
    expect(view.decisions[0]).toMatchObject({
      finding: 'upheld',
      personEffect: 'warn',
      reasonInternal: 'could not stop, next time escalate',
    });
    expect(view.decisions[0]?.actions.every(({ state }) => state === 'confirmed')).toBe(true);
  });

  test('takes a decision back with its words, until it is sent', async ({ hearth }) => {
    const { page } = hearth;
    await openPracticeQueue(page, english);
    const cases = await firstCases(page);
    const at = await firstFreeLine(page);
    await openLine(page, at);
    await page.keyboard.press('2');
    await page.keyboard.press('r');
    await page.keyboard.type('nothing here breaks a rule');
    await page.keyboard.press('Control+Shift+Enter');
    await expect(undoBar(page)).toContainText('saved');
    await page.keyboard.press('u');

    await expect(undoBar(page)).toContainText('taken back');
    await expect(heading(page)).toContainText(`H-${cases[at]}`);
    await expect(page.getByRole('radio', { name: 'Not upheld' })).toBeChecked();
    await expect(page.getByLabel('Reason, for the team')).toHaveValue('nothing here breaks a rule');
    const view = await answerOf(page, 'case.get', { caseId: cases[at] ?? 0 });
    expect(view.state).toBe('claimed');
    expect((await answerOf(page, 'outbox.list', {})).length).toBe(0);
  });

  test('goes from case to case past what colleagues hold, without a line moving', async ({ hearth }) => {
    const { page } = hearth;
    await openPracticeQueue(page, english);
    const { rows } = await answerOf(page, 'queue.page', { filter: {} });
    const free = rows.flatMap(({ claimedBy, caseId }, index) => (claimedBy === null ? [{ caseId, index }] : []));
    await openLine(page, free[0]?.index ?? 0);
    for (const { caseId, index } of free.slice(0, 4)) {
      await expect(heading(page)).toContainText(`H-${caseId} `);
      await expect(line(page, index)).toHaveAttribute('aria-selected', 'true');
      await page.keyboard.press('3');
      await expect(page.getByRole('radio', { name: 'Not enough to tell' })).toBeChecked();
      await page.keyboard.press('n');
    }
    await expect(line(page, free[4]?.index ?? 0)).toHaveAttribute('aria-selected', 'true');

    // What happens elsewhere marks its line and moves nothing.
    const other = free[6] ?? { caseId: 0, index: 0 };
    const name = rows[other.index]?.authorName ?? '?';
    const { version } = await answerOf(page, 'case.get', { caseId: other.caseId });
    await answerOf(page, 'case.decide', {
      caseId: other.caseId,
      caseVersion: version,
      finding: 'duplicate',
      policyId: null,
      severity: null,
      personEffect: 'none',
      reasonInternal: '',
      reasonPerson: '',
      notifyPerson: false,
    });
    await expect(line(page, other.index)).toContainText('Moved on');
    await expect(line(page, other.index)).toContainText(name);
    await expect(line(page, free[0]?.index ?? 0)).toContainText('Decided');
    await expect(line(page, free[4]?.index ?? 0)).toHaveAttribute('aria-selected', 'true');
  });

  test('searches, filters to nothing and finds the way back', async ({ hearth }) => {
    const { page } = hearth;
    await openPracticeQueue(page, english);
    const before = await answerOf(page, 'queue.counts', { filter: {} });
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox', { name: 'Search all text' })).toBeFocused();
    await page.keyboard.type('no text holds these very words');
    await expect(page.getByRole('heading', { name: 'No case fits these filters' })).toBeVisible();
    await page.getByRole('button', { name: 'Clear filters' }).last().click();
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(before.views.open + 1));

    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('checkbox', { name: /^Spam/ }).click({ force: true });
    await page.keyboard.press('Escape');
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String((before.categories.spam ?? 0) + 1));
    await page.getByRole('button', { name: /^Remove filter: .?Spam/ }).click();
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(before.views.open + 1));
  });

  test('orders the list by the heads of its columns', async ({ hearth }) => {
    const { page } = hearth;
    await openPracticeQueue(page, english);
    await page.getByRole('button', { name: 'Age' }).click();
    const oldest = await answerOf(page, 'queue.page', { filter: {}, sort: 'oldest', limit: 1 });
    await expect(line(page, 0)).toContainText(oldest.rows[0]?.authorName ?? '?');
    await expect(page.getByRole('columnheader', { name: 'Age' })).toHaveAttribute('aria-sort', 'descending');
    await page.getByRole('button', { name: 'Reports' }).click();
    const most = await answerOf(page, 'queue.page', { filter: {}, sort: 'reports', limit: 1 });
    await expect(line(page, 0)).toContainText(most.rows[0]?.authorName ?? '?');
  });

  for (const language of ['en', 'ar'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      test(`is accessible in ${language}, ${theme}`, async ({ hearth }) => {
        const { page } = hearth;
        await openPracticeQueue(page, { language, theme });
        await expectAccessible(page);
        await page.keyboard.press('j');
        await expect(heading(page)).toBeVisible();
        await page.keyboard.press('1');
        await page.keyboard.press('y');
        await page.keyboard.press('Shift+V');
        await expectAccessible(page);
        await page.keyboard.press('g');
        await page.keyboard.press('c');
        await expect(page.getByRole('radio').first()).toBeVisible();
        await expectAccessible(page);
        await page.keyboard.press('g');
        await page.keyboard.press('x');
        await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
        await expectAccessible(page);
      });
    }
  }

  test('keeps everything in reach in a small window and at double size', async ({ hearth }) => {
    const { app, page } = hearth;
    await openPracticeQueue(page, english);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 640));
    await page.keyboard.press('j');
    await expect(page.getByRole('button', { name: 'Submit and next' })).toBeInViewport();
    await expect(line(page, 0)).toBeInViewport();
    await expect(heading(page)).toBeInViewport();

    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2));
    const submit = page.getByRole('button', { name: 'Submit and next' });
    const back = page.getByRole('button', { name: 'Back to the list' });
    await expect(back).toBeVisible();
    await submit.scrollIntoViewIfNeeded();
    await expect(submit).toBeInViewport();
    await back.click();
    await expect(line(page, 0)).toBeInViewport();
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(sideways).toBe(false);
  });
});

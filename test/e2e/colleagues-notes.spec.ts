import path from 'node:path';
import { nodebbStandIn } from '../stand-ins/nodebb/nodebb-stand-in.ts';
import { expectAccessible } from './harness/axe.ts';
import { answerOf } from './harness/call-hearth.ts';
import { openNewStore, openRoom } from './harness/community-of-activities.ts';
import { expect, test } from './harness/hearth-test.ts';

const theirs = 'She asked me in private whether we would look at this.';
const mine = 'I know the person; please leave this one to me.';

/** Reading what colleagues noted on the server, and leaving a note there, by keyboard and without a network at first. */
test.describe('notes of colleagues', () => {
  for (const [language, theme, words] of [
    [
      'en',
      'light',
      {
        heading: /Notes of colleagues on/,
        covered: 'Text covered',
        field: 'New note',
        readers: 'Who reads it',
        colleagues: /Also for colleagues on/,
        hint: /Whoever moderates on .* can read it there/,
        add: 'Add note',
        waiting: /To be sent to/,
        keep: 'Keep it only here',
        kept: 'Only here',
        sent: /^Also on/,
        status: '1 note waiting',
        sending: /^Sending/,
        outboxNotes: 'Notes for colleagues',
        noteState: 'To be sent',
      },
    ],
    [
      'ar',
      'dark',
      {
        heading: /ملاحظات الفريق على/,
        covered: 'النص محجوب',
        field: 'ملاحظة جديدة',
        readers: 'من يقرؤها',
        colleagues: /وللفريق على .* أيضًا/,
        hint: /يستطيع قراءتها هناك كل من يشرف على/,
        add: 'إضافة ملاحظة',
        waiting: /تُرسل إلى/,
        keep: 'إبقاؤها هنا فقط',
        kept: 'هنا فقط',
        sent: /^على .* أيضًا$/,
        status: 'ملاحظة واحدة منتظرة',
        sending: /^قيد الإرسال/,
        outboxNotes: 'ملاحظات للفريق',
        noteState: 'بانتظار الإرسال',
      },
    ],
  ] as const) {
    test(`are read below their report and written once (${language})`, async ({ hearth }) => {
      const { page, output } = hearth;
      const forum = await nodebbStandIn('4.15');
      const picture = (name: string) =>
        page.screenshot({ path: path.join(output, `notes-${name}-${language}.png`), animations: 'disabled' });
      try {
        const flagId = Number(forum.addReport());
        forum.world.note(flagId, forum.colleague.uid, theirs);
        await openNewStore(page, { language, theme, 'decisions.undoSeconds': 0 });
        await answerOf(page, 'communities.connectWithToken', {
          address: forum.server.origin,
          token: forum.credentials.accessToken,
        });
        const rows = async () => (await answerOf(page, 'queue.page', { filter: {} })).rows.length;
        await expect.poll(rows, { timeout: 30_000 }).toBe(1);
        await answerOf(page, 'sync.setWorkOffline', { workOffline: true });
        await page.reload();
        await openRoom(page, 'queue');
        await expect(page.locator('#queue-line-0')).toBeVisible();
        await page.keyboard.press('j');
        await expect(page.getByRole('heading', { level: 2, name: /H-\d+/ })).toBeVisible();

        const colleagues = page.getByRole('region', { name: words.heading });
        await expect(colleagues).toContainText('gmod');
        await expect(colleagues).not.toContainText(theirs);
        await expect(colleagues.getByText(words.covered)).toBeVisible();
        await page.keyboard.down('v');
        await expect(colleagues).toContainText(theirs);
        await colleagues.scrollIntoViewIfNeeded();
        await picture('read');
        await page.keyboard.up('v');
        await expect(colleagues).not.toContainText(theirs);
        await expectAccessible(page);

        // Only here, unless it is chosen.
        await page.keyboard.press('a');
        const field = page.getByLabel(words.field);
        await expect(field).toBeFocused();
        await page.keyboard.type('Only for us');
        await page.getByRole('button', { name: words.add }).click();
        await expect(field).toHaveValue('');
        const notes = async () => (await answerOf(page, 'case.get', { caseId: 1 })).notes;
        expect((await notes()).map(({ sending }) => sending)).toEqual([null]);

        await field.fill(mine);
        await page.getByRole('button', { name: words.readers }).focus();
        await page.keyboard.press('Enter');
        await page.getByRole('option', { name: words.colleagues }).press('Enter');
        await expect(page.getByText(words.hint)).toBeVisible();
        await field.scrollIntoViewIfNeeded();
        await picture('write');
        await expectAccessible(page);
        await page.getByRole('button', { name: words.add }).click();
        await expect(page.getByText(words.waiting)).toBeVisible();
        await expect(page.getByRole('button', { name: words.keep })).toBeVisible();
        await expect(page.getByText(words.status)).toBeVisible();
        await picture('waiting');
        await expectAccessible(page);

        // Taken back before it leaves: it stays here.
        await page.getByRole('button', { name: words.keep }).press('Enter');
        await expect(page.getByText(words.kept, { exact: true })).toBeVisible();
        await expect(page.locator('.case-note:focus')).toContainText(mine);
        await field.fill(mine);
        await page.getByRole('button', { name: words.readers }).focus();
        await page.keyboard.press('Enter');
        await page.getByRole('option', { name: words.colleagues }).press('Enter');
        await page.getByRole('button', { name: words.add }).click();
        await expect(page.getByText(words.waiting)).toBeVisible();

        await openRoom(page, 'cases');
        await page.locator('.queue-view', { hasText: words.sending }).click();
        await expect(page.getByRole('region', { name: words.outboxNotes })).toContainText(words.noteState);
        await picture('outbox');
        await expectAccessible(page);
        await page.getByRole('region', { name: words.outboxNotes }).getByRole('button').first().click();
        await expect(page.getByText(words.waiting)).toBeVisible();

        await answerOf(page, 'sync.setWorkOffline', { workOffline: false });
        await answerOf(page, 'outbox.send', null);
        await expect(page.getByText(words.sent)).toBeVisible();
        expect(forum.world.flags.get(flagId)?.notes.map(({ text }) => text)).toEqual([theirs, mine]);
        expect(forum.world.flags.get(flagId)?.state).toBe('open');
        await expect(colleagues.getByText('admin')).toBeVisible();
        await picture('sent');
      } finally {
        await forum.server.stop();
      }
    });
  }
});

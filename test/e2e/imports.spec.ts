import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { aDiscordMessage, aDiscordUser, discordExport } from '../builders/archives/discord-export.ts';
import { writeZip } from '../builders/archives/zip-file.ts';
import { answerOf } from './harness/call-hearth.ts';
import { openNewStore, openRoom } from './harness/community-of-activities.ts';
import { answerDialogs } from './harness/file-dialogs.ts';
import { expect, test } from './harness/hearth-test.ts';
import type { RunningHearth } from './harness/launch-hearth.ts';

/** Names that no guess knows, so that a person has to say what they mean; three lines that can't be read. */
const smallFile = [
  'wer,an,wann,was',
  'ada,ben,2026-03-02T10:00:00Z,reply',
  'ben,ada,2026-03-02T10:05:00Z,reply',
  'cleo,,2026-03-03T09:00:00Z,post',
  ',ben,2026-03-03T09:00:00Z,post',
  'dora,,sometime,post',
  'eli,,2026-03-04T09:00:00Z,juggling',
  '',
].join('\n');

async function choose({ app, page, output }: RunningHearth, text: string, button = 'Choose a file'): Promise<string> {
  const file = path.join(output, 'people.csv');
  writeFileSync(file, text);
  await answerDialogs(app, { open: file });
  await page.getByRole('button', { name: button }).click();
  return file;
}

/** The menu that names the community, and not the one that asks with whom the data begin. */
const COMMUNITY = /^(?!.*begin).*Community/;

async function select(page: Page, label: string | RegExp, option: string): Promise<void> {
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Beside the title of the health room; where there is nothing to count, the same stands in its middle. */
const importAgain = (page: Page) => page.getByRole('button', { name: 'Import activities' }).first();

const importButton = (page: Page) => page.getByRole('button', { name: 'Import', exact: true });

test.describe('importing a file', () => {
  test.beforeEach(async ({ hearth }) => {
    await openNewStore(hearth.page, { language: 'en' });
    await openRoom(hearth.page, 'imports');
  });

  test('asks what columns mean, shows what lines become and says why some can’t be read', async ({ hearth }) => {
    const { page } = hearth;
    await answerDialogs(hearth.app, { open: null });
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await expect(page.getByText('What the columns mean')).toBeHidden();

    await choose(hearth, smallFile);
    await expect(page.getByText('Choose the columns for member and time first.')).toBeVisible();
    await expect(importButton(page)).toBeDisabled();
    await select(page, /Member.*needed/, 'wer');
    await select(page, /Time.*needed/, 'wann');
    await select(page, /Written to/, 'an');
    await select(page, /Kind/, 'was');
    const preview = page.getByRole('table').first();
    await expect(preview.getByRole('row')).toHaveCount(4);
    await expect(preview).toContainText('cleo');
    const rejects = page.getByRole('table').nth(1);
    await expect(rejects.getByRole('row')).toHaveCount(4);
    for (const line of ['5', '6', '7']) await expect(rejects.getByRole('rowheader', { name: line })).toBeVisible();
    // The reason is told, never what stood there.
    await expect(page.locator('main')).not.toContainText('juggling');
    expect(await answerOf(page, 'communities.list', null)).toEqual([]);

    await page.getByRole('textbox', { name: 'Name' }).fill('Garden');
    await importButton(page).click();
    await expect(page.getByText('Added: 3. Already known: 0. Not readable: 3.')).toBeVisible();
    await expect(page.getByRole('table').getByRole('row')).toHaveCount(4);
    expect((await answerOf(page, 'communities.list', null)).map(({ name }) => name)).toEqual(['Garden']);
  });

  test('adds nothing twice when the same file is read again', async ({ hearth }) => {
    const { page } = hearth;
    const lines =
      'from,to,at\nada,ben,2026-03-02T10:00:00Z\nada,ben,2026-03-02T10:00:00Z\nben,ada,2026-03-02T11:00:00Z\n';
    await choose(hearth, lines);
    await page.getByRole('textbox', { name: 'Name' }).fill('Garden');
    await importButton(page).click();
    await expect(page.getByText('Added: 3. Already known: 0. Not readable: 0.')).toBeVisible();
    await page.getByRole('button', { name: 'Show community health' }).click();
    // All on one day, which may still go on.
    await expect(page.getByText('Nothing to count yet')).toBeVisible();
    await importAgain(page).click();
    await choose(hearth, `${lines}cleo,ada,2026-03-05T10:00:00Z\n`);
    await select(page, COMMUNITY, 'Garden');
    await importButton(page).click();
    await expect(page.getByText('Added: 1. Already known: 3. Not readable: 0.')).toBeVisible();
  });

  test('can be stopped, keeps what was read, and goes on from there', async ({ hearth }) => {
    const { page } = hearth;
    const people = 400_000;
    const start = Date.UTC(2026, 0, 1) / 1000;
    const rows = Array.from({ length: people }, (_, at) => `p${at % 5000},p${(at * 7) % 5000},${start + at * 10}`);
    const text = `from,to,at\n${rows.join('\n')}\n`;
    await choose(hearth, text);
    await page.getByRole('textbox', { name: 'Name' }).fill('Large');
    await importButton(page).click();
    await expect(page.getByRole('progressbar')).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('progressbar')).toBeHidden();
    const [stopped] = await answerOf(page, 'imports.list', {});
    expect(stopped).toMatchObject({ state: 'cancelled', rejected: 0 });
    expect(stopped?.added).toBeLessThan(people);

    await page.getByRole('button', { name: 'Show community health' }).click();
    await importAgain(page).click();
    await choose(hearth, text);
    await select(page, COMMUNITY, 'Large');
    await importButton(page).click();
    await expect(page.getByText('Import finished')).toBeVisible({ timeout: 90_000 });
    const [whole] = await answerOf(page, 'imports.list', {});
    expect(whole).toMatchObject({
      state: 'finished',
      alreadyKnown: stopped?.added,
      added: people - (stopped?.added ?? 0),
    });
  });

  test('knows the export of a platform, says what it takes, and keeps people under pseudonyms', async ({ hearth }) => {
    const { app, page, output } = hearth;
    const day = (at: number) => new Date(Date.UTC(2026, 1, 1 + at, 10)).toISOString();
    const messages = Array.from({ length: 40 }, (_, at) => aDiscordMessage({ id: String(at + 1), timestamp: day(at) }));
    const helper = aDiscordMessage({ id: '99', author: aDiscordUser('9', 'helper', true) });
    const file = await writeZip(path.join(output, 'channels.zip'), {
      'support.json': discordExport([...messages, helper]),
    });
    await answerDialogs(app, { open: file });
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await expect(page.getByRole('heading', { name: /Recognised: .*Discord channel/ })).toBeVisible();
    await expect(page.getByText('What the columns mean')).toBeHidden();
    await expect(page.getByText('The words of messages, pictures, reactions', { exact: false })).toBeVisible();
    await expect(page.getByRole('checkbox', { name: /Keep people under pseudonyms/ })).toBeChecked();
    await expect(importButton(page)).toBeDisabled();
    await page.getByRole('textbox', { name: 'Name' }).fill('Garden');
    await importButton(page).click();
    await expect(page.getByText('Added: 40. Already known: 0. Not readable: 0.')).toBeVisible();
    await expect(page.getByText('Left out on purpose: 1. Figures by date: 0.')).toBeVisible();

    // The second archive of the community keeps people as the first did.
    await page.getByRole('button', { name: 'Show community health' }).click();
    await importAgain(page).click();
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await select(page, COMMUNITY, 'Garden');
    await expect(page.getByRole('checkbox', { name: /Keep people under pseudonyms/ })).toBeDisabled();
    await importButton(page).click();
    await expect(page.getByText('Added: 0. Already known: 40. Not readable: 0.')).toBeVisible();
  });

  test('takes reports into the queue, and offers a mapping again that was kept', async ({ hearth }) => {
    const { page } = hearth;
    const header = 'wen,wann,worte';
    await choose(hearth, `${header}\nada,2026-03-02T10:00:00Z,unkind words\n`);
    await select(page, /What the file holds/, 'Reports');
    await expect(page.getByText('Choose the columns for the person it is about and the time first.')).toBeVisible();
    await select(page, /About whom.*needed/, 'wen');
    await select(page, /Time.*needed/, 'wann');
    await select(page, /What they wrote/, 'worte');
    await expect(page.getByRole('cell', { name: 'Kept as evidence' })).toBeVisible();
    await expect(page.locator('main')).not.toContainText('unkind words');
    await page.getByRole('textbox', { name: 'Its name' }).fill('Garden');
    await page.getByRole('textbox', { name: 'Keep this mapping as' }).fill('Form');
    await importButton(page).click();
    await expect(page.getByText('Added: 1. Already known: 0. Not readable: 0.')).toBeVisible();
    await page.getByRole('button', { name: 'Show the queue' }).click();
    await expect(page.getByText('ada').first()).toBeVisible();

    await openRoom(page, 'imports');
    await choose(hearth, `${header}\nben,2026-03-03T10:00:00Z,more\n`);
    await select(page, /What the file holds/, 'Reports');
    await select(page, COMMUNITY, 'Garden');
    await select(page, /Saved mapping/, 'Form');
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('textbox', { name: 'New name' }).fill('Monthly form');
    await page.getByRole('button', { name: 'Rename' }).click();
    await expect(page.getByRole('button', { name: /Saved mapping/ })).toContainText('Monthly form');
    await importButton(page).click();
    await expect(page.getByText('Added: 1. Already known: 0. Not readable: 0.')).toBeVisible();
  });

  test('says plainly when a file can’t be read at all', async ({ hearth }) => {
    await choose(hearth, '');
    await expect(hearth.page.getByRole('alert').or(hearth.page.getByRole('status')).first()).toBeVisible();
    await expect(importButton(hearth.page)).toBeHidden();
  });
});

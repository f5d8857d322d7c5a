import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recogniseArchive } from '../../../electron/data/platforms/archives/recognise-archive.ts';
import { openTestStore, type TestStore } from '../../builders/activity-store.ts';
import { activitiesOf, everythingIn, readArchiveInto } from '../../builders/archives/import-archive.ts';
import { type Cell, writeWorkbook } from '../../builders/archives/workbook-file.ts';

let store: TestStore;
beforeEach(() => {
  store = openTestStore({ timeZone: 'Europe/Berlin' });
});
afterEach(() => store.close());

const day = (date: number) => new Date(Date.UTC(2025, 2, date));
const path = (name = 'insights.xlsx') => join(store.folder, name);

const insights: Record<string, readonly (readonly Cell[])[]> = {
  'Daily Numbers': [
    ['Garden of friends'],
    [],
    ['Date', 'Total Members', 'Active Members', 'Posts'],
    ...Array.from({ length: 14 }, (_, at) => [day(at + 1), 200 + at, 80, '1,234'] as const),
  ],
  'Popular Days': [
    ['Day', 'Posts', 'Comments'],
    ...['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map(
      (name, at) => [name, at, at * 2] as const,
    ),
  ],
  'Top Contributors': [
    ['Member', 'Posts', 'Comments'],
    ['Zoë Garten', 12, 40],
    ['Ben', 9, 3],
  ],
  'Top Posts': [
    ['Author', 'Posted', 'Text', 'Views'],
    ['Zoë Garten', day(3), 'words that nobody may keep', 80],
  ],
  Members: [
    ['Name', 'Joined'],
    ['Ada', day(2)],
    ['Zoë Garten', day(4)],
  ],
};

const figures = () =>
  store.read
    .prepare(
      'SELECT key, dimension, period_start AS at, period_unit AS unit, value FROM measures ORDER BY key, at, dimension',
    )
    .all() as { key: string; value: number }[];

describe('a workbook of group insights', () => {
  it('gives figures by date, by weekday, and who joined', async () => {
    const result = await readArchiveInto(store, await writeWorkbook(path(), insights));
    expect(result).toMatchObject({ figures: 14 * 3 + 7 * 2, added: 2, leftOut: 3, rejected: 0 });
    const found = figures();
    expect(found).toContainEqual({
      key: 'workbook.total-members',
      dimension: '',
      at: Date.UTC(2025, 2, 1),
      unit: 'day',
      value: 200,
    });
    expect(found).toContainEqual({
      key: 'workbook.posts',
      dimension: '',
      at: Date.UTC(2025, 2, 14),
      unit: 'day',
      value: 1234,
    });
    const friday = { dimension: 'friday', at: Date.UTC(2025, 2, 14), unit: 'month', value: 8 };
    expect(found).toContainEqual({ key: 'workbook.popular-days.comments', ...friday });
    const [ada] = activitiesOf(store);
    expect(ada).toMatchObject({ who: 'workbook:Ada', kind: 'seen', at: Date.UTC(2025, 2, 1, 23) });
    expect(everythingIn(store)).not.toContain('nobody may keep');
  });

  it('is counted once, and keeps nobody’s name with pseudonyms', async () => {
    const file = await writeWorkbook(path(), insights);
    await readArchiveInto(store, file, { people: 'pseudonyms' });
    const before = figures();
    expect(await readArchiveInto(store, file, { people: 'pseudonyms' })).toMatchObject({ added: 0, alreadyKnown: 2 });
    expect(figures()).toEqual(before);
    expect(everythingIn(store)).not.toContain('Garten');
  });

  it('reads dates as they are written, and other languages', async () => {
    const german: Record<string, readonly (readonly Cell[])[]> = {
      Täglich: [['Datum', 'Beiträge'], ...Array.from({ length: 20 }, (_, at) => [`${at + 1}.3.2025`, at])],
      Words: [
        ['Date', 'Visits'],
        ['Mar 1, 2025', 4],
        ['March 2, 2025', 5],
        ['3 Mar 2025', 6],
      ],
      Unclear: [
        ['Date', 'Likes'],
        ['3/4/2025', 4],
        ['3/5/2025', 5],
      ],
      Later: [
        ['Date', 'Reach'],
        ['2025-03-01', 4],
        ['2925-03-01', 5],
      ],
    };
    const result = await readArchiveInto(store, await writeWorkbook(path(), german));
    expect(result).toMatchObject({ figures: 20 + 3 + 1, leftOut: 2, rejected: 1 });
    expect(figures()).toContainEqual(
      expect.objectContaining({ key: 'workbook.beiträge', at: Date.UTC(2025, 2, 20), value: 19 }),
    );
  });

  it('is unknown where no sheet has dates', async () => {
    const other = await writeWorkbook(path(), {
      Budget: [
        ['What', 'Cost'],
        ['Tea', 4],
      ],
    });
    await expect(recogniseArchive(other)).rejects.toMatchObject({ code: 'archive-unknown' });
  });

  const sheet = 'xl/worksheets/sheet1.xml';
  it.each([
    [
      'a formula',
      'archive-formulas',
      { [sheet]: (xml: string) => xml.replace('<v>200</v>', '<f>HYPERLINK("x")</f><v>200</v>') },
    ],
    [
      'a formula by another name',
      'archive-formulas',
      { [sheet]: (xml: string) => xml.replace('<v>200</v>', '<x:f t="shared" si="0"/><v>200</v>') },
    ],
    ['a macro', 'archive-formulas', { 'xl/vbaProject.bin': () => 'x' }],
    ['a link to another file', 'archive-formulas', { 'xl/externalLinks/externalLink1.xml': () => '<externalLink/>' }],
    [
      'declarations of its own',
      'archive-unsafe',
      { 'xl/sharedStrings.xml': (xml: string) => `<!DOCTYPE sst [<!ENTITY a "b">]>${xml}` },
    ],
    [
      'a cell at the end of the world',
      'archive-bomb',
      {
        [sheet]: (xml: string) =>
          xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
      },
    ],
    [
      'far too much',
      'archive-bomb',
      {
        'xl/comments1.xml': () =>
          Array.from({ length: 3_000_000 }, (_, at) => at.toString(36)).join('\u0001') + 'x'.repeat(20_000_000),
      },
    ],
    [
      'a formula in a sheet at another place',
      'archive-formulas',
      {
        'xl/elsewhere.xml': () =>
          '<worksheet><sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>',
      },
    ],
    ['a sheet that is no XML', 'archive-damaged', { 'xl/workbook.xml': () => 'not xml' }],
  ])('is refused with %s', async (_, code, changes) => {
    const file = await writeWorkbook(path(), insights, (parts) => {
      const changed = { ...parts };
      for (const [name, change] of Object.entries(changes)) changed[name] = change(parts[name] ?? '');
      return changed;
    });
    await expect(recogniseArchive(file)).rejects.toMatchObject({ code });
    expect(figures()).toEqual([]);
  });

  it.each([
    ['in single quotes', `<row r="1048576"><c r='XFD1048576'><v>1</v></c></row>`],
    ['as a character reference', `<row r = '1048576'><c r = '&#65;1048576'><v>1</v></c></row>`],
    ['as an exponent', `<x:row r="1e9"><x:c r="A1e9"><v>1</v></x:c></x:row>`],
    ['by rows without numbers', `${'<row/>'.repeat(100_000)}<row r="100100"><c r="A100100"><v>1</v></c></row>`],
    ['in bounds, and the table is too large', '<row r="99999"><c r="SF99999"><v>1</v></c></row>'],
  ])('is refused with a cell far out, written %s', async (_, rows) => {
    const file = await writeWorkbook(path(), insights, (parts) => ({
      ...parts,
      [sheet]: (parts[sheet] ?? '').replace('</sheetData>', `${rows}</sheetData>`),
    }));
    await expect(recogniseArchive(file)).rejects.toMatchObject({ code: 'archive-bomb' });
  });
});

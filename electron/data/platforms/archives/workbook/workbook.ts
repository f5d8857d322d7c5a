import readWorkbook from 'read-excel-file/universal';
import { hearthErrorFrom } from '../../../../../shared/ipc/errors.ts';
import type { ArchiveBlock, ArchiveDocument, ArchiveSource, ReadingContext } from '../archive.ts';
import { readWhole } from '../read-whole.ts';
import { checkWorkbook } from './check-workbook.ts';
import { sheetItems } from './sheet-items.ts';
import { type Sheet, understandSheets } from './understand-sheet.ts';

/** Packed. The figures of a group for a year stay below a hundredth of it. */
const LARGEST_FILE = 16 * 1024 ** 2;

/**
 * The workbook (.xlsx) of insights that the admin of a Facebook group downloads, and any other whose sheets hold figures by
 * date. Known by what its sheets look like: their names and headings are in the language of whoever downloaded it.
 */
export const workbook: ArchiveSource = {
  id: 'workbook',
  async recognise(documents, file) {
    if (!documents.some(({ name }) => name === 'xl/workbook.xml')) return [];
    await checkWorkbook(documents);
    const sheets = understandSheets(await readSheets(file));
    return sheets.some(({ kind }) => kind === 'dated' || kind === 'members') ? [file] : [];
  },
  read: readFigures,
};

async function* readFigures(
  documents: readonly ArchiveDocument[],
  context: ReadingContext,
): AsyncGenerator<ArchiveBlock> {
  for (const file of documents) {
    const items = sheetItems(understandSheets(await readSheets(file)), context);
    context.signal.throwIfAborted();
    yield { items, bytes: file.bytes };
  }
}

/** Values as they were saved. Nothing is computed: what would have to be was refused. */
async function readSheets(file: ArchiveDocument): Promise<readonly Sheet[]> {
  const bytes = await readWhole(file, LARGEST_FILE);
  try {
    const sheets = await readWorkbook(new Uint8Array(bytes).buffer);
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data }));
  } catch (error) {
    throw hearthErrorFrom(error, 'archive-damaged');
  }
}

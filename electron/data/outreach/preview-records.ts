import type { RecordMapping, RecordPreview, RecordReject } from '../../../shared/ipc/topics/records.ts';
import type { FileLayout } from '../platforms/files/file-layout.ts';
import { type FileRecord, readRecords } from '../platforms/files/read-records.ts';
import type { ReadDb } from '../store/db.ts';
import { answersTarget, countAnswers, toProblem } from './import-answers.ts';
import { type LineReader, lineReader } from './record-columns.ts';
import { type RecordDesk, shownValues } from './record-desk.ts';
import { validateRecord } from './validate-record.ts';

const ROWS_SHOWN = 50;
const LINES_TRIED = 1_000;

/** What the first lines of a file would become. Nothing is stored, and no answer of a survey is shown. */
export async function previewRecords(
  db: ReadDb,
  desk: RecordDesk,
  { file, layout, mapping }: { readonly file: string; readonly layout: FileLayout; readonly mapping: RecordMapping },
): Promise<RecordPreview> {
  if (desk.kind.isFileOnly) {
    const wave = answersTarget(db, desk.communityId, mapping, layout.columns);
    const { linesRead, rejects } = await countAnswers(db, file, layout, { wave, mostLines: LINES_TRIED });
    return { rows: [], rejected: rejects, linesTried: linesRead };
  }
  const reader = lineReader(desk.kind, mapping, layout.columns);
  const rows: RecordPreview['rows'][number][] = [];
  const rejected: RecordReject[] = [];
  let linesTried = 0;
  for await (const { records } of readRecords(file, layout)) {
    for (const record of records) {
      linesTried += 1;
      const tried = tryLine(db, desk, { record, reader, mapping });
      if ('problem' in tried) rejected.push(tried);
      else rows.push(tried);
      if (rows.length >= ROWS_SHOWN || linesTried >= LINES_TRIED) return { rows, rejected, linesTried };
    }
  }
  return { rows, rejected, linesTried };
}

function tryLine(
  db: ReadDb,
  desk: RecordDesk,
  { record, reader, mapping }: { record: FileRecord; reader: LineReader; mapping: RecordMapping },
): RecordPreview['rows'][number] | RecordReject {
  const { line } = record;
  if ('reason' in record) return { line, ...toProblem(record.reason) };
  const texts = reader.textsOf(record.cells);
  if (typeof texts === 'string') return { line, field: null, problem: texts };
  const valid = validateRecord(db, desk, texts, mapping.dayFormat);
  if ('problems' in valid) return { line, ...(valid.problems[0] ?? { field: null, problem: 'missing' }) };
  const names: Record<string, string> = {};
  for (const { name, type } of desk.kind.fields) {
    const text = texts[name]?.trim() ?? '';
    if ((type === 'member' || type === 'reference') && text !== '') names[name] = text;
  }
  return { line, values: shownValues(desk, { ...valid.values, ...names }) };
}

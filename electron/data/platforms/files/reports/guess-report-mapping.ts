import { type ReportField, type ReportMapping, reportFields } from '../../../../../shared/ipc/topics/report-imports.ts';
import { cellsUnder, guessColumns } from '../column-guess.ts';
import { guessTimeFormat } from '../guess-mapping.ts';

/** Column names that mean a field, most telling first. */
const columnNames: Readonly<Record<ReportField, readonly string[]>> = {
  target: [
    'target',
    'reported',
    'reporteduser',
    'reportedmember',
    'offender',
    'account',
    'author',
    'against',
    'member',
    'user',
  ],
  at: ['at', 'createdat', 'reportedat', 'receivedat', 'timestamp', 'time', 'datetime', 'date', 'when'],
  reporter: ['reporter', 'reportedby', 'from', 'by', 'complainant', 'sender'],
  title: ['title', 'subject', 'reason', 'summary'],
  comment: ['comment', 'description', 'details', 'note', 'notes', 'why'],
  text: ['text', 'content', 'message', 'post', 'evidence', 'quote', 'reportedtext'],
  category: ['category', 'type', 'kind', 'rule'],
  link: ['link', 'url', 'permalink'],
  id: ['id', 'reportid', 'ticket', 'ticketid', 'number', 'uuid'],
};

/** A first proposal for what the columns of a file of reports mean. */
export function guessReportMapping(columns: readonly string[], sample: readonly (readonly string[])[]): ReportMapping {
  const guessed = guessColumns(columns, reportFields, columnNames);
  return { columns: guessed, timeFormat: guessTimeFormat(cellsUnder(guessed.at, columns, sample)) };
}

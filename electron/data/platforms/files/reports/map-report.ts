import { createHash } from 'node:crypto';
import { type ReportCategory, reportCategories } from '../../../../../shared/domain/report.ts';
import { type ReportField, type ReportMapping, reportFields } from '../../../../../shared/ipc/topics/report-imports.ts';
import type { RemoteAccount, RemotePost, RemoteReport } from '../../platform.ts';
import { columnNumbers, type WantedColumns } from '../column-numbers.ts';
import { daysIn } from '../days-in.ts';
import { parseTime } from '../parse-time.ts';
import type { RejectReason } from '../reject-reasons.ts';
import { problemOf } from '../value-problem.ts';

/** Longest text of evidence, in UTF-16 units. A longer one is refused rather than cut: evidence is whole or not there. */
const LONGEST_TEXT = 50_000;
const wanted: WantedColumns<ReportField> = {
  fields: reportFields,
  needed: ['target', 'at'],
  code: 'columns-incomplete',
};
const texts: readonly ReportField[] = ['title', 'comment', 'text'];

export interface ReportMappingContext {
  readonly mapping: ReportMapping;
  readonly columns: readonly string[];
  /** Zone of times that carry no offset. */
  readonly fileZone: string;
  readonly now: number;
}

export type ReportMapper = (cells: readonly string[]) => RemoteReport | RejectReason;

/**
 * Prepares what turns a record into a report, as a platform would have told it. Throws HearthError `columns-incomplete` where
 * whom it is about or the time has no column, and `time-zone-unknown`.
 */
export function reportMapper({ mapping, columns, fileZone, now }: ReportMappingContext): ReportMapper {
  const days = daysIn(fileZone);
  const numbers = columnNumbers(mapping.columns, columns, wanted);
  const last = Math.max(...Object.values(numbers));
  return (cells) => {
    if (cells.length <= last) return 'columns-missing';
    const of = (field: ReportField) => (cells[numbers[field] ?? -1] ?? '').trim();
    const problem = problemOfReport(of);
    if (problem) return problem;
    if (of('target') === '') return 'member-missing';
    const at = parseTime(of('at'), mapping.timeFormat, days, now);
    return typeof at === 'string' ? at : reportOf(of, at);
  };
}

function problemOfReport(of: (field: ReportField) => string): RejectReason | undefined {
  for (const field of reportFields) {
    const value = of(field);
    const problem = texts.includes(field) ? problemOfText(value) : problemOf(value);
    if (problem) return problem;
  }
  return undefined;
}

/** Evidence is kept as it is, whatever characters stand in it; only what can't have been meant is refused. */
function problemOfText(text: string): RejectReason | undefined {
  if (text.length > LONGEST_TEXT) return 'value-too-long';
  return text.includes('\ufffd') ? 'encoding' : undefined;
}

function reportOf(of: (field: ReportField) => string, at: number): RemoteReport {
  const whole = reportFields.map((field) => (field === 'at' ? String(at) : of(field)));
  const payloadHash = createHash('sha256').update(JSON.stringify(whole)).digest('hex');
  const remoteId = of('id') === '' ? `file:${payloadHash.slice(0, 40)}` : `id:${of('id')}`;
  const target = accountOf(of('target'));
  const text = of('text');
  return {
    remoteId,
    state: 'open',
    version: payloadHash,
    category: categoryOf(of('category')),
    ruleIds: [],
    comment: [of('title'), of('comment')].filter((part) => part !== '').join('\n\n'),
    forwarded: false,
    createdAt: at,
    updatedAt: null,
    reporter: of('reporter') === '' ? null : accountOf(of('reporter')),
    target,
    assignedTo: null,
    resolvedBy: null,
    resolvedAt: null,
    posts: text === '' ? [] : [postOf(remoteId, target, text, of('link'))],
    notes: [],
    payloadHash,
  };
}

function categoryOf(word: string): ReportCategory {
  const plain = word.toLowerCase();
  return reportCategories.find((category) => category === plain) ?? 'other';
}

function accountOf(name: string): RemoteAccount {
  return {
    remoteId: name,
    handle: name,
    displayName: name,
    server: null,
    isBot: false,
    isStaff: false,
    state: 'active',
    joinedAt: null,
    url: null,
    counts: {},
    profileText: '',
  };
}

function postOf(reportId: string, author: RemoteAccount, text: string, link: string): RemotePost {
  return {
    remoteId: `${reportId}:text`,
    author,
    text,
    spoiler: '',
    language: null,
    visibility: null,
    publishedAt: null,
    editedAt: null,
    url: /^https?:\/\//i.test(link) ? link : null,
    inReplyTo: null,
    media: [],
  };
}

import { hashtagLine, hashtagsOf } from '../../../shared/domain/health/hashtags.ts';
import type { RecordField } from '../../../shared/domain/health/record-fields.ts';
import type { RecordProblem } from '../../../shared/domain/health/records.ts';
import type { DayFormat } from '../../../shared/ipc/topics/records.ts';
import { civilDateOf, type DayNumber, dayNumberOf, dayNumberOfIsoDate } from '../health/calendar/civil-day.ts';
import type { LocalDays } from '../health/calendar/local-days.ts';
import { parseTime } from '../platforms/files/parse-time.ts';

/** 1990-01-01 and 2100-12-31: what the tables hold. */
const FIRST_DAY = dayNumberOf({ year: 1990, month: 1, day: 1 });
const LAST_DAY = dayNumberOf({ year: 2100, month: 12, day: 31 });
const LONGEST_NAME = 500;

/** What parsing has to know beside the text. */
export interface ParseContext {
  readonly calendar: LocalDays;
  /** The community's local day now. */
  readonly today: DayNumber;
  readonly dayFormat: DayFormat;
}

/** A value as it is stored; names of people and other records are still names. Null where nothing was written. */
export type ParsedField = { readonly value: string | number | null } | { readonly problem: RecordProblem };

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
const controlCharacter = /[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;
/** What a spreadsheet would carry out: "=…" always, "+…", "-…" and "@…" where they call something. */
const formula = /^(?:=|[+\-@].*[(|!])/;
/** A mail address anywhere in a text. */
export const mailAddress = /[^\s@]+@[^\s@]+\.[^\s@.]{2,}/;

/** Reads one field from the text of a form or a cell. Digits may be Arabic ones, a decimal sign a comma. */
export function parseField(field: RecordField, raw: string, context: ParseContext): ParsedField {
  const text = raw.normalize('NFC').trim();
  if (text === '') return emptyField(field);
  if (text.includes('\ufffd')) return { problem: 'encoding' };
  if (controlCharacter.test(text)) return { problem: 'control-characters' };
  if (formula.test(text)) return { problem: 'formula' };
  switch (field.type) {
    case 'text':
      if (field.isCurrency) return parseCurrency(text);
      return field.isHashtags ? parseHashtags(text, field.longest) : parseWords(text, field.longest);
    case 'member':
    case 'reference':
      return text.length > LONGEST_NAME ? { problem: 'too-long' } : { value: text };
    case 'day':
      return parseDay(text, field.isPast, context);
    case 'month':
      return parseMonth(text, context);
    case 'count':
      return parseCount(text, field.from, field.to);
    case 'percent':
      return parsePercent(text);
    case 'choice':
      return parseChoice(text, field.options);
    case 'boolean':
      return parseYesNo(text, field.mustBeTrue);
  }
}

function emptyField(field: RecordField): ParsedField {
  if (field.type === 'boolean' && field.mustBeTrue) return { problem: 'consent-missing' };
  if (field.type === 'boolean') return { value: Number(field.unlessGiven) };
  return field.isNeeded ? { problem: 'missing' } : { value: null };
}

function parseWords(text: string, longest: number): ParsedField {
  if (text.length > longest) return { problem: 'too-long' };
  return mailAddress.test(text) ? { problem: 'looks-like-address' } : { value: text };
}

function parseHashtags(text: string, longest: number): ParsedField {
  if (text.length > longest) return { problem: 'too-long' };
  const tags = hashtagsOf(text);
  return tags === undefined || tags.length === 0 ? { problem: 'not-hashtags' } : { value: hashtagLine(tags) };
}

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

function parseCurrency(text: string): ParsedField {
  const code = text.toUpperCase();
  return currencies.has(code) ? { value: code } : { problem: 'not-a-currency' };
}

function parseDay(text: string, isPast: boolean, context: ParseContext): ParsedField {
  const day = dayOf(plainDigits(text), context);
  if (day === undefined) return { problem: 'day-unreadable' };
  if (day < FIRST_DAY || day > LAST_DAY) return { problem: 'day-out-of-range' };
  // A day ahead of us may be today where somebody else is.
  return isPast && day > context.today + 1 ? { problem: 'day-ahead' } : { value: day };
}

function dayOf(text: string, { dayFormat, calendar }: ParseContext): DayNumber | undefined {
  const iso = dayNumberOfIsoDate(text);
  if (iso !== undefined) return iso;
  if (dayFormat === 'day-month-year' || dayFormat === 'month-day-year') {
    const [, first, second, year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:[ T].*)?$/.exec(text) ?? [];
    if (first === undefined || second === undefined) return undefined;
    const [day, month] = dayFormat === 'day-month-year' ? [first, second] : [second, first];
    return dayNumberOfIsoDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  }
  // Whether a day may lie ahead is the field's own rule, so no time is too late here.
  const instant = parseTime(text, dayFormat, calendar, Number.MAX_SAFE_INTEGER / 2);
  return typeof instant === 'number' && Number.isSafeInteger(instant) && instant < 8e15
    ? calendar.dayOf(instant)
    : undefined;
}

function parseMonth(text: string, context: ParseContext): ParsedField {
  const plain = plainDigits(text);
  const [, year, month] = /^(\d{4})[-/](\d{1,2})(?:-\d{1,2})?$/.exec(plain) ?? [];
  const day =
    year !== undefined && month !== undefined
      ? dayNumberOfIsoDate(`${year}-${month.padStart(2, '0')}-01`)
      : firstOfMonth(dayOf(plain, context));
  if (day === undefined) return { problem: 'month-unreadable' };
  return day < FIRST_DAY || day > LAST_DAY ? { problem: 'day-out-of-range' } : { value: day };
}

function firstOfMonth(day: DayNumber | undefined): DayNumber | undefined {
  return day === undefined ? undefined : dayNumberOf({ ...civilDateOf(day), day: 1 });
}

function parseCount(text: string, from: number, to: number): ParsedField {
  const plain = plainDigits(text);
  if (!/^-?\d{1,15}$/.test(plain)) return { problem: 'not-a-count' };
  const value = Number(plain);
  return value < from || value > to ? { problem: 'out-of-range' } : { value };
}

function parsePercent(text: string): ParsedField {
  const plain = plainDigits(text)
    .replace(/\s*[%٪]$/, '')
    .replace(/[,٫]/, '.');
  if (!/^\d{1,3}(?:\.\d{1,10})?$/.test(plain)) return { problem: 'not-a-percent' };
  const value = Number(plain);
  return value > 100 ? { problem: 'out-of-range' } : { value };
}

function parseChoice(text: string, options: readonly string[]): ParsedField {
  const plain = text.toLowerCase().replace(/[\s_]+/g, '-');
  return options.includes(plain) ? { value: plain } : { problem: 'not-in-menu' };
}

const yesWords = ['yes', 'y', 'true', '1', 'x', '✓', 'ja', 'oui', 'sí', 'si', 'نعم'];
const noWords = ['no', 'n', 'false', '0', '-', 'nein', 'non', 'لا'];

function parseYesNo(text: string, mustBeTrue: boolean): ParsedField {
  const plain = plainDigits(text.toLowerCase());
  if (yesWords.includes(plain)) return { value: 1 };
  if (!noWords.includes(plain)) return { problem: 'not-yes-or-no' };
  return mustBeTrue ? { problem: 'consent-missing' } : { value: 0 };
}

/** A number on a survey's scale, with decimals where somebody averaged; undefined where it is none. */
export function parseAnswer(text: string): number | undefined {
  const plain = plainDigits(text.trim()).replace(/[,٫]/, '.');
  return /^-?\d{1,9}(?:\.\d{1,6})?$/.test(plain) ? Number(plain) : undefined;
}

/** Arabic-Indic and Persian digits as the ones that are reckoned with. */
function plainDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

import type { MemberId } from '../../../shared/domain/ids.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import type { IdentityMapping } from '../../../shared/ipc/topics/identity.ts';
import { localDaysIn } from '../health/calendar/local-days.ts';
import { parseTime } from '../platforms/files/parse-time.ts';
import type { PersonAnswers } from '../store/identity/people.ts';
import type { StoredQuestion } from '../store/identity/questions.ts';
import type { FoundMember } from '../store/members/find-by-name.ts';
import { answerReader } from './answer-words.ts';
import type { SurveyReason } from './survey-reasons.ts';
import { lowestAge, saysYes } from './survey-words.ts';

/** Longest name or date that is read, in UTF-16 units. */
const longestValue = 500;

export interface SurveyContext {
  readonly mapping: IdentityMapping;
  readonly columns: readonly string[];
  /** Newest versions of the community's questions. */
  readonly questions: readonly StoredQuestion[];
  readonly findMember: (name: string) => FoundMember;
  readonly minimumAge: number;
  readonly timeZone: string;
  readonly now: number;
}

/** What a line says of one person, before anybody knows their number in the identity file. */
export interface SurveyLine extends Omit<PersonAnswers, 'ordinal' | 'consentTextVersion'> {
  readonly member: MemberId;
}

export interface RefusedLine {
  readonly reason: SurveyReason;
  /** The question and the word that fit no answer. */
  readonly unknown?: { readonly question: string; readonly word: string };
}

/**
 * Prepares the reading of lines. Age comes first, then consent: of whoever is too young or did not agree, nothing else is
 * looked at. Throws HearthError `mapping-incomplete` with the field that lacks a column.
 */
export function surveyReader(context: SurveyContext): (cells: readonly string[]) => SurveyLine | RefusedLine {
  const { mapping, now } = context;
  const days = localDaysIn(context.timeZone);
  const memberAt = columnOf(context, mapping.member, 'member');
  const consentAt = columnOf(context, mapping.consent, 'consent');
  const dateAt = mapping.consentDate === null ? null : columnOf(context, mapping.consentDate, 'consentDate');
  const ageAt = mapping.age === null ? null : columnOf(context, mapping.age, 'age');
  if (ageAt === null && !mapping.everybodyOldEnough) throw new HearthError('mapping-incomplete', { field: 'age' });
  const asked = questionColumns(context);
  const used = [memberAt, consentAt, dateAt, ageAt, ...asked.map(({ at }) => at)].filter((at) => at !== null);
  const lastColumn = Math.max(...used);

  const refusalOf = (cells: readonly string[]): SurveyReason | null => {
    if (cells.length <= lastColumn) return 'columns-missing';
    const age = ageAt === null ? context.minimumAge : lowestAge(cells[ageAt] ?? '');
    if (typeof age === 'string') return age;
    if (age < context.minimumAge) return 'under-age';
    return saysYes(cells[consentAt] ?? '', mapping.consentAnswers) ? null : 'no-consent';
  };
  const consentOf = (cells: readonly string[]): number | null => {
    if (dateAt === null) return now;
    const instant = parseTime(cells[dateAt] ?? '', 'iso-8601', days, now);
    return typeof instant === 'number' ? instant : null;
  };

  return (cells) => {
    const refusal = refusalOf(cells);
    if (refusal !== null) return { reason: refusal };
    const member = memberOf(cells[memberAt] ?? '', context.findMember);
    if (typeof member === 'string') return { reason: member };
    const consent = consentOf(cells);
    if (consent === null) return { reason: 'consent-date-unreadable' };
    const answers: PersonAnswers['asked'][number][] = [];
    for (const { at, question, read } of asked) {
      const cell = read(cells[at] ?? '');
      if ('chosen' in cell) answers.push({ questionId: question.id, chosen: cell.chosen });
      else if (cell.reason === 'answer-unknown')
        return { reason: cell.reason, unknown: { question: question.key, word: cell.word } };
      else return { reason: cell.reason };
    }
    return { member, consentAt: consent, consentIsDated: dateAt !== null, asked: answers };
  };
}

function memberOf(name: string, find: SurveyContext['findMember']): MemberId | SurveyReason {
  if (name.trim() === '') return 'member-missing';
  if (name.length > longestValue) return 'value-too-long';
  const found = find(name);
  if (typeof found === 'number') return found;
  return found === 'ambiguous' ? 'member-ambiguous' : 'member-unknown';
}

function columnOf({ columns }: SurveyContext, name: string, field: string): number {
  const at = columns.indexOf(name);
  if (at === -1) throw new HearthError('mapping-incomplete', { field });
  return at;
}

function questionColumns(context: SurveyContext) {
  const asked = context.mapping.questions.map(({ key, column }) => {
    const question = context.questions.find((one) => one.key === key);
    if (!question) throw new HearthError('mapping-incomplete', { field: 'question' });
    return { at: columnOf(context, column, 'question'), question, read: answerReader(question) };
  });
  if (asked.length === 0) throw new HearthError('mapping-incomplete', { field: 'question' });
  return asked;
}

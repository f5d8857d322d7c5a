import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordField } from '../../../shared/domain/health/record-fields.ts';
import type { RecordKindId, RecordProblem } from '../../../shared/domain/health/records.ts';
import { dateFormatter } from '../../ui/format/formatters.ts';
import { useFormat } from '../../ui/format/use-format.ts';

/** Words for what is declared as data. A unit test sees that every kind, field and choice has them. */
export interface RecordWords {
  readonly title: (kind: RecordKindId) => string;
  readonly purpose: (kind: RecordKindId) => string;
  readonly field: (kind: RecordKindId, field: string) => string;
  readonly choice: (kind: RecordKindId, option: string) => string;
  readonly problem: (problem: RecordProblem) => string;
  /** What can stand in the field, and what does not belong there. */
  readonly hint: (kind: RecordKindId, field: RecordField) => string | undefined;
  /** A value in the language of the interface; '' for none. */
  readonly value: (kind: RecordKindId, field: RecordField, value: string | number | boolean | null) => string;
}

export function useRecordWords(): RecordWords {
  const { t } = useTranslation('records');
  const format = useFormat();
  return useMemo<RecordWords>(() => {
    // Keys are put together from the declarations, so the compiler can't know them.
    const say = t as unknown as (key: string, values?: Readonly<Record<string, string>>) => string;
    const number = (value: number) => format.number(value, { useGrouping: 'min2', maximumFractionDigits: 2 });
    return {
      title: (kind) => say(`kinds.${kind}.title`),
      purpose: (kind) => say(`kinds.${kind}.purpose`),
      field: (kind, field) => say(`fields.${kind}.${field}`),
      choice: (kind, option) => say(`choices.${kind}.${option}`),
      problem: (problem) => say(`reasons.${problem}`),
      hint: (kind, field) => {
        const key = hintOf(kind, field);
        return key && say(`hints.${key}`, { example: field.example });
      },
      value: (kind, field, value) => {
        if (value === null || value === undefined || value === '') return '';
        switch (field.type) {
          case 'boolean':
            return say(value === true ? 'list.yes' : 'list.no');
          case 'choice':
            return say(`choices.${kind}.${value}`);
          case 'day':
            return format.day(`${value}T00:00:00Z`, 'UTC');
          case 'month':
            return dateFormatter(format.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
              new Date(`${value}-01T00:00:00Z`),
            );
          case 'percent':
            return format.number(Number(value) / 100, { style: 'percent', maximumFractionDigits: 2 });
          case 'count':
            return number(Number(value));
          default:
            return String(value);
        }
      },
    };
  }, [t, format]);
}

function hintOf(kind: RecordKindId, field: RecordField): string | undefined {
  switch (field.type) {
    case 'text':
      if (field.isCurrency) return 'currency';
      if (kind === 'event' && field.name === 'series') return 'series';
      if (kind === 'benchmark' && field.name === 'question') return 'benchmarkQuestion';
      return field.refusesMembers ? 'benchmarkAnswer' : 'text';
    case 'member':
      return field.unknown === 'add' ? 'memberAdd' : 'member';
    case 'day':
    case 'month':
    case 'percent':
    case 'count':
      return field.type;
    case 'boolean':
      return kind === 'resource' ? 'together' : undefined;
    default:
      return undefined;
  }
}

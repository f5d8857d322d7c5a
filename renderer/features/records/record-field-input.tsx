import { useTranslation } from 'react-i18next';
import { questionMeant } from '../../../shared/domain/health/match-words.ts';
import type { RecordField } from '../../../shared/domain/health/record-fields.ts';
import type { RecordKind, RecordKindId } from '../../../shared/domain/health/records.ts';
import { CheckboxField } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AnswerToCome, BenchmarkAnswer, BenchmarkQuestion } from './benchmark-inputs.tsx';
import { type ListedRecord, useAskedQuestions, useMentionable } from './queries.ts';
import { useRecordWords } from './use-record-words.ts';

interface FieldInputProps {
  readonly communityId: number;
  readonly kind: RecordKind;
  readonly field: RecordField;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
  /** Takes the place of the field's own name. */
  readonly label?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  /** The question of a benchmark, for its answers to be offered. */
  readonly question?: string | undefined;
}

/** One field of a record as a person fills it in. */
export function RecordFieldInput(props: FieldInputProps) {
  const { communityId, kind, field, value, error, onChange, autoFocus = false, question } = props;
  const words = useRecordWords();
  const label = useLabel(props);
  const isOfQuestion = kind.id === 'benchmark' && question !== undefined;
  const questions = useAskedQuestions(communityId, isOfQuestion).data?.questions ?? [];
  const asked = questionMeant(question ?? '', questions);
  if (isOfQuestion && field.name === 'question' && questions.length > 0)
    return <BenchmarkQuestion {...props} label={label} questions={questions} />;
  if (isOfQuestion && field.name === 'answer' && question === '' && value === '' && questions.length > 0)
    return <AnswerToCome label={label} error={error} />;
  if (isOfQuestion && field.name === 'answer' && asked)
    return <BenchmarkAnswer key={asked.key} {...props} label={label} question={asked} />;
  const description = words.hint(kind.id, field);
  switch (field.type) {
    case 'choice':
      return <ChoiceInput {...props} options={field.options} label={label} />;
    case 'reference':
      return <MentionInput {...props} to={field.to as RecordKindId} label={label} />;
    case 'boolean':
      return (
        <CheckboxField isSelected={value === 'yes'} error={error} onChange={(yes) => onChange(yes ? 'yes' : 'no')}>
          {label}
        </CheckboxField>
      );
    default:
      return (
        <TextField
          label={label}
          description={description}
          value={value}
          error={error}
          autoFocus={autoFocus}
          onChange={onChange}
          direction={field.type === 'text' || field.type === 'member' ? 'auto' : 'ltr'}
          {...(field.type === 'count' || field.type === 'percent' ? { inputMode: 'decimal' as const } : {})}
        />
      );
  }
}

function useLabel({ kind, field, label }: FieldInputProps): string {
  const { t } = useTranslation('records');
  const own = useRecordWords().field(kind.id, field.name);
  if (label !== undefined) return label;
  return field.isNeeded || field.type === 'boolean' ? own : t('hints.optional', { field: own });
}

function ChoiceInput({
  kind,
  field,
  options,
  value,
  error,
  onChange,
  label,
}: FieldInputProps & { readonly options: readonly string[]; readonly label: string }) {
  const { t } = useTranslation('records');
  const words = useRecordWords();
  const none = field.isNeeded ? [] : [{ id: '', label: t('hints.nothing') }];
  return (
    <Select
      label={label}
      error={error}
      value={value === '' && field.isNeeded ? null : value}
      options={[...none, ...options.map((id) => ({ id, label: words.choice(kind.id, id) }))]}
      onChange={onChange}
    />
  );
}

/** A record of another kind by its name: from a menu, or typed where there are more than a menu holds. */
function MentionInput({
  communityId,
  field,
  to,
  value,
  error,
  onChange,
  label,
}: FieldInputProps & { readonly to: RecordKindId; readonly label: string }) {
  const { t } = useTranslation('records');
  const words = useRecordWords();
  const found = useMentionable(communityId, to).data;
  const names = found?.rows.map(nameOf) ?? [];
  if (found && found.total > names.length) {
    return <TextField label={label} value={value} error={error} onChange={onChange} />;
  }
  const none = field.isNeeded ? [] : [{ id: '', label: t('hints.nothing') }];
  const isEmpty = found !== undefined && names.length === 0;
  return (
    <Select
      label={label}
      error={error}
      description={isEmpty ? t('form.noReference', { kind: words.title(to) }) : undefined}
      value={value === '' && field.isNeeded ? null : value}
      options={[...none, ...names.map((name) => ({ id: name, label: name }))]}
      isDisabled={isEmpty}
      onChange={onChange}
    />
  );
}

/** What a record is called where others mention it: events of one name are told apart by their day. */
function nameOf({ values }: ListedRecord): string {
  const isEvent = values.series !== undefined && values.day !== undefined;
  return isEvent ? `${values.name} (${values.day})` : String(values.name);
}

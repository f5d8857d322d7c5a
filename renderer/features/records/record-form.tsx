import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordField } from '../../../shared/domain/health/record-fields.ts';
import type { RecordKind } from '../../../shared/domain/health/records.ts';
import type { FieldProblem } from '../../../shared/ipc/topics/records.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Form, FormActions } from '../../ui/form.tsx';
import { type ListedRecord, useSaveRecord } from './queries.ts';
import { RecordFieldInput } from './record-field-input.tsx';
import { useRecordWords } from './use-record-words.ts';

interface RecordFormProps {
  readonly communityId: number;
  readonly kind: RecordKind;
  /** The record that is changed; null for a new one. */
  readonly record: ListedRecord | null;
  readonly onSaved: (metSomebodyNew: boolean, stays: boolean) => void;
  readonly onClose: () => void;
}

type Texts = Readonly<Record<string, string>>;

/** Writes one record down, or changes it. Made from the kind's declaration. */
export function RecordForm({ communityId, kind, record, onSaved, onClose }: RecordFormProps) {
  const { t } = useTranslation('records');
  const words = useRecordWords();
  const save = useSaveRecord();
  const [texts, setTexts] = useState<Texts>(() => textsOf(kind, record));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [isKnown, setKnown] = useState(false);
  const submit = (stays: boolean): void => {
    setProblems([]);
    setKnown(false);
    save.mutate(
      { communityId, kind: kind.id, recordId: record?.id ?? null, values: texts },
      {
        onSuccess: (outcome) => {
          if (outcome.state === 'refused') return setProblems(outcome.problems);
          if (outcome.state === 'known' && record === null) return setKnown(true);
          onSaved(outcome.metSomebodyNew, stays);
          if (stays) setTexts(textsForNext(kind, texts));
        },
      },
    );
  };
  const problemOf = (field: RecordField): string | undefined => {
    const found = problems.find((problem) => problem.field === field.name);
    return found && words.problem(found.problem);
  };
  const title = t(record ? 'form.edit' : 'form.add', { kind: words.title(kind.id) });
  return (
    <section className="records-form" aria-label={title}>
      <h3>{title}</h3>
      <Form onSubmit={() => submit(false)}>
        <div className="records-fields">
          {kind.fields.map((field, at) => (
            <RecordFieldInput
              key={field.name}
              communityId={communityId}
              kind={kind}
              field={field}
              value={texts[field.name] ?? ''}
              question={kind.id === 'benchmark' ? texts.question : undefined}
              error={problemOf(field)}
              autoFocus={at === 0}
              onChange={(text) => setTexts({ ...texts, [field.name]: text })}
            />
          ))}
        </div>
        {problems.length > 0 && (
          <Callout tone="waiting" title={t('form.problems', { count: problems.length })} announce />
        )}
        {isKnown && <Callout tone="plain" title={t('form.known')} announce />}
        <FailureCallout error={save.error} />
        <FormActions>
          <Button variant="primary" type="submit" isPending={save.isPending}>
            {t('form.save')}
          </Button>
          {record === null && (
            <Button isPending={save.isPending} onPress={() => submit(true)}>
              {t('form.saveNext')}
            </Button>
          )}
          <Button variant="quiet" onPress={onClose}>
            {t('form.cancel')}
          </Button>
        </FormActions>
      </Form>
    </section>
  );
}

function textsOf(kind: RecordKind, record: ListedRecord | null): Texts {
  return Object.fromEntries(
    kind.fields.map((field) => {
      const value = record?.values[field.name] ?? null;
      if (field.type === 'boolean') return [field.name, isYes(field, record, value) ? 'yes' : 'no'];
      return [field.name, value === null ? '' : String(value)];
    }),
  );
}

function isYes(
  field: RecordField & { readonly type: 'boolean' },
  record: ListedRecord | null,
  value: unknown,
): boolean {
  return record ? value === true : field.unlessGiven;
}

/**
 * The next one is often of the same event, day or kind, and never of the same person: those fields stay. The next benchmark is
 * most often of another answer in the same population.
 */
function textsForNext(kind: RecordKind, texts: Texts): Texts {
  const fresh = textsOf(kind, null);
  const kept = kind.fields.filter(({ type, name }) =>
    kind.id === 'benchmark'
      ? name !== 'answer' && name !== 'share'
      : type === 'reference' || type === 'day' || type === 'choice',
  );
  return { ...fresh, ...Object.fromEntries(kept.map(({ name }) => [name, texts[name] ?? ''])) };
}

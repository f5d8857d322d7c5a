import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IdentityQuestion } from '../../../shared/domain/health/identity-questions.ts';
import { inLanguage } from '../../../shared/domain/health/in-language.ts';
import { groupMeant, questionMeant } from '../../../shared/domain/health/match-words.ts';
import { useAnswerWords } from '../../app/communities/use-answer-words.ts';
import { useFormat } from '../../ui/format/use-format.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface BenchmarkInputProps {
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
  readonly autoFocus?: boolean | undefined;
}

/** The community's question a benchmark is about. What was written down and fits none stays to be seen, until another is chosen. */
export function BenchmarkQuestion(props: BenchmarkInputProps & { questions: readonly IdentityQuestion[] }) {
  const { t } = useTranslation('records');
  const { locale } = useFormat();
  const { label, value, error, questions, onChange } = props;
  const meant = questionMeant(value, questions);
  const fitsNone = value !== '' && !meant;
  return (
    <Select
      label={label}
      error={error}
      description={t(fitsNone ? 'benchmark.noQuestion' : 'benchmark.question')}
      value={meant?.key ?? (value === '' ? null : value)}
      options={[
        ...(fitsNone ? [{ id: value, label: value }] : []),
        ...questions.map(({ key, wording }) => ({ id: key, label: inLanguage(wording, locale) || key })),
      ]}
      onChange={onChange}
    />
  );
}

/** In the place of the answers while no question is chosen. */
export function AnswerToCome({ label, error }: Pick<BenchmarkInputProps, 'label' | 'error'>) {
  const { t } = useTranslation('records');
  return (
    <Select
      label={label}
      error={error}
      description={t('benchmark.questionFirst')}
      value={null}
      options={[]}
      isDisabled
      onChange={() => undefined}
    />
  );
}

/** Stands in the menu for a word that people write themselves; codes have no space in them. */
const OWN_WORDS = 'own words';

/** The answer of that question; in own words as well, where people may write them. */
export function BenchmarkAnswer(props: BenchmarkInputProps & { question: IdentityQuestion }) {
  const { t } = useTranslation('records');
  const words = useAnswerWords();
  const { label, value, error, question, onChange } = props;
  const [writes, setWrites] = useState(false);
  const groups = question.answers.map((answer) => ({
    code: answer.code,
    names: [answer.code, words(answer), ...Object.values(answer.labels), ...answer.written],
  }));
  const meant = groupMeant(value, groups);
  const isOwn = question.freeTerm && (writes || (value !== '' && !meant));
  const fitsNone = value !== '' && !meant && !question.freeTerm;
  return (
    <>
      <Select
        label={label}
        error={isOwn ? undefined : error}
        description={t(fitsNone ? 'benchmark.noAnswer' : 'benchmark.answer')}
        value={isOwn ? OWN_WORDS : (meant ?? (value === '' ? null : value))}
        options={[
          ...(fitsNone ? [{ id: value, label: value }] : []),
          ...question.answers.map((answer) => ({ id: answer.code, label: words(answer) })),
          ...(question.freeTerm ? [{ id: OWN_WORDS, label: t('benchmark.ownWords') }] : []),
        ]}
        onChange={(chosen) => {
          setWrites(chosen === OWN_WORDS);
          onChange(chosen === OWN_WORDS ? '' : chosen);
        }}
      />
      {isOwn && (
        <TextField
          label={t('benchmark.ownWord')}
          description={t('benchmark.ownWordWords')}
          value={value}
          error={error}
          onChange={onChange}
          direction="auto"
        />
      )}
    </>
  );
}

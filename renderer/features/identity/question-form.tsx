import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type IdentityKind,
  type IdentityQuestionDraft,
  identityKinds,
} from '../../../shared/domain/health/identity-questions.ts';
import { problemOfQuestion, type QuestionProblem } from '../../../shared/domain/health/identity-rules.ts';
import { inLanguage, plainLanguage } from '../../../shared/domain/health/in-language.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Form, FormActions } from '../../ui/form.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSaveQuestion } from './queries.ts';
import { QuestionAnswers } from './question-answers.tsx';
import { draftOf } from './question-draft.ts';

interface QuestionFormProps {
  communityId: number;
  minimumAge: number;
  /** Names of the community's questions. */
  taken: readonly string[];
  draft: IdentityQuestionDraft;
  onChange: (draft: IdentityQuestionDraft) => void;
  onCancel: () => void;
  onSaved: () => void;
}

/** Kinds whose answers may name Two-Spirit people. */
const mentionsTwoSpirit: readonly IdentityKind[] = ['gender', 'orientation', 'ethnicity'];

/** A question from its template to what the community really asks. What speaks against it is said when it is to be saved. */
export function QuestionForm(props: QuestionFormProps) {
  const { communityId, minimumAge, taken, draft, onChange, onCancel, onSaved } = props;
  const { t, i18n } = useTranslation('identity');
  const [problem, setProblem] = useState<QuestionProblem | null>(null);
  const save = useSaveQuestion();
  const isNew = !taken.includes(draft.key);
  const language = plainLanguage(i18n.language);
  const wording = isNew
    ? (draft.wording[language] ?? t(`suggested.${draft.kind}`))
    : inLanguage(draft.wording, language);
  const change = (part: Partial<IdentityQuestionDraft>): void => {
    setProblem(null);
    onChange({ ...draft, ...part });
  };
  const submit = (): void => {
    // A question that is only looked at in another language must not get other words, and with them another version.
    const question = isNew ? { ...draft, wording: { ...draft.wording, [language]: wording } } : draft;
    const found = problemOfQuestion(question, minimumAge);
    setProblem(found);
    if (found !== null) return;
    const answers = question.answers.map((answer) => ({ ...answer, written: [...answer.written] }));
    save.mutate({ communityId, question: { ...question, answers } }, { onSuccess: onSaved });
  };
  return (
    <section className="identity-form" aria-label={t('form.newTitle')}>
      <Form onSubmit={submit}>
        {isNew && (
          <Select
            label={t('form.kind')}
            value={draft.kind}
            options={identityKinds.map((kind) => ({ id: kind, label: t(`kinds.${kind}`) }))}
            onChange={(kind) => change({ ...draftOf(kind, taken), purpose: draft.purpose })}
          />
        )}
        <TextField
          label={t('form.wording')}
          value={wording}
          onChange={(text) => change({ wording: { ...draft.wording, [language]: text } })}
        />
        <TextField
          label={t('form.purpose')}
          description={t('form.purposeWords')}
          value={draft.purpose}
          onChange={(purpose) => change({ purpose })}
        />
        <QuestionAnswers answers={draft.answers} onChange={(answers) => change({ answers })} />
        {mentionsTwoSpirit.includes(draft.kind) && <p className="ui-description">{t('form.twoSpirit')}</p>}
        <Checkbox
          isSelected={draft.several}
          onChange={(several) => change({ several })}
          description={t('form.severalWords')}
        >
          {t('form.several')}
        </Checkbox>
        {draft.kind !== 'age-band' && (
          <Checkbox
            isSelected={draft.freeTerm}
            onChange={(freeTerm) => change({ freeTerm })}
            description={t('form.freeTermWords')}
          >
            {t('form.freeTerm')}
          </Checkbox>
        )}
        {!isNew && <p className="ui-description">{t('form.newVersion')}</p>}
        {problem && (
          <Callout tone="waiting" announce>
            {t(`problems.${problem}`)}
          </Callout>
        )}
        <FailureCallout error={save.error} />
        <FormActions>
          <Button type="submit" variant="primary" isPending={save.isPending}>
            {t('form.save')}
          </Button>
          <Button onPress={onCancel}>{t('form.cancel')}</Button>
        </FormActions>
      </Form>
    </section>
  );
}

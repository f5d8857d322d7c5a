import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureCallout } from '../../app/failure-words.tsx';
import { Button } from '../../ui/button.tsx';
import { Form, FormActions } from '../../ui/form.tsx';
import { notify } from '../../ui/notices.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { askedFrom } from './asked-people.ts';
import { useSetAsked } from './queries.ts';

/** Corrects how many people a question was put to. What was noted before is not shown: this room tells of nobody's number. */
export function AskedForm({
  communityId,
  question,
  isNoted,
  onEnd,
}: {
  communityId: number;
  question: string;
  /** A number was noted, so that it can be taken back. */
  isNoted: boolean;
  onEnd: () => void;
}) {
  const { t } = useTranslation('identity');
  const [text, setText] = useState('');
  const save = useSetAsked();
  const asked = askedFrom(text);
  const note = (askedPeople: number | null): void =>
    save.mutate(
      { communityId, question, askedPeople },
      {
        onSuccess: () => {
          notify(t('questions.askedSaved'));
          onEnd();
        },
      },
    );
  const isNumber = typeof asked === 'number';
  return (
    <Form onSubmit={() => isNumber && note(asked)}>
      <TextField
        label={t('questions.askedField')}
        description={t('questions.askedWords')}
        inputMode="numeric"
        autoFocus
        value={text}
        onChange={setText}
        {...(asked === undefined ? { error: t('survey.askedPeopleProblem') } : {})}
      />
      <FailureCallout error={save.error} />
      <FormActions>
        <Button type="submit" variant="primary" isDisabled={!isNumber} isPending={save.isPending}>
          {t('questions.askedSave')}
        </Button>
        {isNoted && (
          <Button isPending={save.isPending} onPress={() => note(null)}>
            {t('questions.askedUnknown')}
          </Button>
        )}
        <Button variant="quiet" onPress={onEnd}>
          {t('questions.askedCancel')}
        </Button>
      </FormActions>
    </Form>
  );
}

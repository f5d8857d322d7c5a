import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureCallout } from '../../../app/failure-words.tsx';
import { Button } from '../../../ui/button.tsx';
import { Form, FormActions } from '../../../ui/form.tsx';
import { notify } from '../../../ui/notices.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useAddNote } from './queries.ts';
import { readDay } from './typed-values.ts';

/** As long as the data process takes: one line on a chart. */
const longest = 200;

/** Writes down what happened on a day. */
export function NoteForm({ communityId }: { communityId: number }) {
  const { t } = useTranslation('goals');
  const add = useAddNote();
  const [typedDay, setTypedDay] = useState('');
  const [typedText, setTypedText] = useState('');
  const [isTried, setTried] = useState(false);
  const day = readDay(typedDay);
  const text = typedText.trim();
  const submit = (): void => {
    setTried(true);
    if (day === undefined || text === '' || text.length > longest) return;
    add.mutate(
      { communityId, day, text },
      {
        onSuccess: () => {
          notify(t('notes.added'));
          setTypedDay('');
          setTypedText('');
          setTried(false);
        },
      },
    );
  };
  const textError = (): string | undefined => {
    // Said while typing: nobody wants to hear it after the last word.
    if (text.length > longest) return t('notes.textLong', { count: text.length - longest });
    return isTried && text === '' ? t('notes.textEmpty') : undefined;
  };
  return (
    <Form onSubmit={submit}>
      <TextField
        label={t('notes.day')}
        description={t('notes.dayHint')}
        error={isTried && day === undefined ? t('notes.dayWrong') : undefined}
        value={typedDay}
        onChange={setTypedDay}
        direction="ltr"
        className="goals-day"
      />
      <TextField
        label={t('notes.text')}
        description={t('notes.textHint', { most: longest })}
        error={textError()}
        value={typedText}
        onChange={setTypedText}
      />
      <FailureCallout error={add.error} />
      <FormActions>
        <Button type="submit" isPending={add.isPending}>
          {t('notes.add')}
        </Button>
      </FormActions>
    </Form>
  );
}

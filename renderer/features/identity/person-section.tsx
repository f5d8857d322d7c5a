import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../../app/api.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Form, FormActions } from '../../ui/form.tsx';
import { Section } from '../../ui/page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSaveRecord, useWithdraw } from './queries.ts';

/**
 * One member's wish: to withdraw, or to have what is kept of them. The name is typed, never picked from a list: a list would
 * say who answered.
 */
export function PersonSection({ communityId }: { communityId: number }) {
  const { t } = useTranslation('identity');
  const [name, setName] = useState('');
  const [isAsking, setAsking] = useState(false);
  const [done, setDone] = useState<'withdrawn' | 'saved' | null>(null);
  const withdraw = useWithdraw();
  const save = useSaveRecord();
  const member = name.trim();
  const error = withdraw.error ?? save.error;
  const isUnknown = error !== null && codeOf(error) === 'not-found';
  const forget = (): void => {
    withdraw.reset();
    save.reset();
    setDone(null);
  };
  const saveRecord = (): void => {
    forget();
    save.mutate(
      { communityId, member, suggestedName: `${t('person.fileName')}.json` },
      { onSuccess: (isSaved) => setDone(isSaved ? 'saved' : null) },
    );
  };
  const takeBack = (): void => {
    withdraw.mutate(
      { communityId, member },
      {
        onSuccess: () => {
          setDone('withdrawn');
          setName('');
        },
        onSettled: () => setAsking(false),
      },
    );
  };
  return (
    <Section title={t('person.title')} lead={t('person.lead')}>
      <Form onSubmit={() => member !== '' && setAsking(true)}>
        <TextField
          label={t('person.member')}
          description={t('person.memberWords')}
          value={name}
          onChange={(text) => {
            forget();
            setName(text);
          }}
          autoComplete="off"
          {...(isUnknown ? { error: t('person.notFound') } : {})}
        />
        {done && (
          <Callout tone="done" announce>
            {t(`person.${done}`)}
          </Callout>
        )}
        {!isUnknown && <FailureCallout error={error} />}
        <FormActions>
          <Button type="submit" isDisabled={member === ''}>
            {t('person.withdraw')}
          </Button>
          <Button variant="quiet" isDisabled={member === ''} isPending={save.isPending} onPress={saveRecord}>
            {t('person.save')}
          </Button>
        </FormActions>
      </Form>
      <ConfirmDialog
        title={t('person.confirmTitle')}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        confirmLabel={t('person.withdraw')}
        isPending={withdraw.isPending}
        onConfirm={takeBack}
      >
        <p>
          <bdi>{member}</bdi>
        </p>
        <p>{t('person.confirmWords')}</p>
      </ConfirmDialog>
    </Section>
  );
}

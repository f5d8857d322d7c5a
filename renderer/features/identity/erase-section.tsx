import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureCallout } from '../../app/failure-words.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { FormActions } from '../../ui/form.tsx';
import { notify } from '../../ui/notices.tsx';
import { Section } from '../../ui/page.tsx';
import { useEraseIdentity } from './queries.ts';

/** The way to be rid of all answers, with what stays and what can't be undone. */
export function EraseSection() {
  const { t } = useTranslation('identity');
  const [isOpen, setOpen] = useState(false);
  return (
    <Section title={t('erase.title')} lead={t('erase.lead')}>
      <FormActions>
        <Button onPress={() => setOpen(true)}>{t('erase.button')}</Button>
      </FormActions>
      <EraseDialog isOpen={isOpen} onClose={() => setOpen(false)} />
    </Section>
  );
}

/** Asks before all answers are erased; the way back has the focus. */
export function EraseDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('identity');
  const erase = useEraseIdentity();
  return (
    <ConfirmDialog
      title={t('erase.confirmTitle')}
      isOpen={isOpen}
      onClose={onClose}
      confirmLabel={t('erase.button')}
      isPending={erase.isPending}
      onConfirm={() =>
        erase.mutate(undefined, {
          onSuccess: () => {
            onClose();
            notify(t('erase.erased'));
          },
        })
      }
    >
      <p>{t('erase.confirmWords')}</p>
      <FailureCallout error={erase.error} />
    </ConfirmDialog>
  );
}

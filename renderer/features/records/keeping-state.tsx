import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureCallout } from '../../app/failure-words.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { FormActions } from '../../ui/form.tsx';
import { useNow } from '../../ui/format/now.ts';
import { useFormat } from '../../ui/format/use-format.ts';
import { notify } from '../../ui/notices.tsx';
import { type Keeping, useEraseOld, useSetKeeping } from './queries.ts';

/** What holds now; while it waits it can be taken back, and what is older can be erased at once. */
export function KeepingState({ communityId, keeping }: { communityId: number; keeping: Keeping }) {
  const { t } = useTranslation('records');
  const format = useFormat();
  const now = useNow();
  const set = useSetKeeping(communityId);
  const erase = useEraseOld(communityId);
  const [isAsking, setAsking] = useState(false);
  if (!keeping) return <p role="status">{t('keeping.now.forever')}</p>;
  const { years, erasesFrom } = keeping;
  const waits = erasesFrom > now;
  return (
    <>
      <p role="status">
        {waits
          ? t('keeping.now.waits', { count: years, when: format.exactly(erasesFrom) })
          : t('keeping.now.runs', { count: years })}
      </p>
      <FailureCallout error={set.error ?? erase.error} />
      <FormActions>
        {waits && (
          <Button isPending={set.isPending} onPress={() => set.mutate(null)}>
            {t('keeping.takeBack')}
          </Button>
        )}
        <Button onPress={() => setAsking(true)}>{t('keeping.eraseNow')}</Button>
      </FormActions>
      <ConfirmDialog
        title={t('keeping.eraseTitle')}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        confirmLabel={t('keeping.eraseNow')}
        isPending={erase.isPending}
        onConfirm={() =>
          erase.mutate(undefined, {
            onSuccess: () => notify(t('keeping.erased')),
            onSettled: () => setAsking(false),
          })
        }
      >
        <p>{t('keeping.eraseWords')}</p>
      </ConfirmDialog>
    </>
  );
}

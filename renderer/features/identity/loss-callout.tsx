import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IdentityLossCode } from '../../../shared/ipc/topics/identity.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { EraseDialog } from './erase-section.tsx';

/** Answers that were kept and can't be read: what happened, that the rest is whole, and the two ways on. */
export function LossCallout({ loss }: { loss: IdentityLossCode }) {
  const { t } = useTranslation('identity');
  const [isErasing, setErasing] = useState(false);
  return (
    <>
      <Callout
        tone="waiting"
        announce
        title={t('loss.title')}
        actions={<Button onPress={() => setErasing(true)}>{t('loss.startAgain')}</Button>}
      >
        <p>{t(`loss.${loss}`)}</p>
        <p>{t('loss.wayOut')}</p>
      </Callout>
      <EraseDialog isOpen={isErasing} onClose={() => setErasing(false)} />
    </>
  );
}

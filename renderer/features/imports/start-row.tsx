import { useTranslation } from 'react-i18next';
import { FailureCallout } from '../../app/failure-words.tsx';
import { Button } from '../../ui/button.tsx';
import { isNameMissing, type Target } from './target-community.tsx';

interface StartRowProps {
  target: Target;
  isReady?: boolean;
  start: { error: Error | null; isPending: boolean };
  onStart: () => void;
}

/** "Run", why it can't be pressed while the new community has no name, and what kept it from starting. */
export function StartRow({ target, isReady = true, start, onStart }: StartRowProps) {
  const { t } = useTranslation('imports');
  const nameMissing = isNameMissing(target);
  return (
    <>
      <FailureCallout error={start.error} />
      <div className="imports-actions">
        <Button variant="primary" isDisabled={!isReady || nameMissing} isPending={start.isPending} onPress={onStart}>
          {t('screen.start')}
        </Button>
        {nameMissing && <span className="ui-description">{t('screen.target.nameMissing')}</span>}
      </div>
    </>
  );
}

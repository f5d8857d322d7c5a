import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { ErrorState } from '../ui/states.tsx';

/** Shown in the place of a screen that threw. */
export function ScreenFailed({ onAgain }: { onAgain: () => void }) {
  const { t } = useTranslation('app');
  return (
    <ErrorState
      title={t('failure.screen.title')}
      actions={
        <Button variant="primary" onPress={onAgain}>
          {t('failure.screen.again')}
        </Button>
      }
    >
      {t('failure.screen.words')}
    </ErrorState>
  );
}

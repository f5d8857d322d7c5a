import { ExternalLink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { openLink } from '../../../app/links/open-link.ts';
import { Button } from '../../../ui/button.tsx';
import { FormActions } from '../../../ui/form.tsx';
import { Progress } from '../../../ui/progress.tsx';

/** The server's own page, to be opened by the person, and the waiting for what happens there. */
export function WaitingForBrowser({ address, onCancel }: { address: string; onCancel: () => void }) {
  const { t } = useTranslation('communities');
  return (
    <div className="ui-form">
      <p>{t('waiting.words', { host: new URL(address).host })}</p>
      <Progress label={t('waiting.title')} value={null} />
      <FormActions>
        <Button variant="primary" icon={ExternalLink} mirrorIcon autoFocus onPress={() => openLink(address)}>
          {t('waiting.open')}
        </Button>
        <Button onPress={onCancel}>{t('waiting.cancel')}</Button>
      </FormActions>
    </div>
  );
}

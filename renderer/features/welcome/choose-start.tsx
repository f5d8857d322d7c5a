import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/api.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { LooksCorner } from '../../app/settings/looks-corner.tsx';
import { Button } from '../../ui/button.tsx';
import { Stage } from '../../ui/stage.tsx';
import './welcome.css';

/** After the file was made: practise, connect a server, or look around. */
export function ChooseStart({ onDone }: { onDone: (room: 'queue' | 'communities') => void }) {
  const { t } = useTranslation('vault');
  const practice = useMutation({
    mutationFn: () => call('practice.start', null),
    onSuccess: () => onDone('queue'),
  });
  return (
    <Stage title={t('start.title')} lead={t('start.lead')} corner={<LooksCorner />}>
      <div className="welcome-starts">
        <section className="welcome-start">
          <h2>{t('start.practice.title')}</h2>
          <p>{t('start.practice.words')}</p>
          <Button variant="primary" isPending={practice.isPending} onPress={() => practice.mutate()}>
            {t('start.practice.action')}
          </Button>
          <FailureCallout error={practice.error} />
        </section>
        <section className="welcome-start">
          <h2>{t('start.connect.title')}</h2>
          <p>{t('start.connect.words')}</p>
          <Button onPress={() => onDone('communities')}>{t('start.connect.action')}</Button>
        </section>
      </div>
      <div>
        <Button variant="quiet" flush onPress={() => onDone('queue')}>
          {t('start.later')}
        </Button>
      </div>
    </Stage>
  );
}

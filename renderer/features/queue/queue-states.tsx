import { HeartHandshake, Inbox, ListFilter, UsersRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { QueueView } from '../../../shared/ipc/topics/queue.ts';
import { useFailureWords } from '../../app/failure-words.tsx';
import { navigate } from '../../app/navigation.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';

/** No community is connected: the one thing to do first. */
export function FirstRun() {
  const { t } = useTranslation('queue');
  return (
    <EmptyState
      icon={UsersRound}
      title={t('states.first.title')}
      actions={
        <Button variant="primary" onPress={() => navigate('communities')}>
          {t('states.first.connect')}
        </Button>
      }
    >
      {t('states.first.words')}
    </EmptyState>
  );
}

/** The filters leave nothing; the way back is one press. */
export function FilteredToNothing({ onReset }: { onReset: () => void }) {
  const { t } = useTranslation('queue');
  return (
    <EmptyState
      icon={ListFilter}
      title={t('states.filtered.title')}
      actions={<Button onPress={onReset}>{t('states.filtered.reset')}</Button>}
    >
      {t('states.filtered.words')}
    </EmptyState>
  );
}

/** A view with nothing in it, which is mostly good news. */
export function EmptyView({ view, online }: { view: QueueView; online: boolean }) {
  const { t } = useTranslation('queue');
  const keys = {
    open: online ? 'empty' : 'emptyOffline',
    mine: 'emptyMine',
    waiting: 'emptyWaiting',
    decided: 'emptyDecided',
    all: 'empty',
  } as const;
  const key = keys[view];
  return (
    <EmptyState icon={view === 'open' ? HeartHandshake : Inbox} title={t(`states.${key}.title`)}>
      {t(`states.${key}.words`)}
    </EmptyState>
  );
}

/** The list can't be read. */
export function QueueFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('queue');
  const words = useFailureWords();
  return (
    <ErrorState title={t('states.error.title')} actions={<Button onPress={onRetry}>{t('states.error.retry')}</Button>}>
      {t('states.error.words', { reason: words(error) })}
    </ErrorState>
  );
}

import { ArrowUp, ListChecks } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../app/commands/command-handlers.ts';
import { useCommandKeys } from '../../app/commands/command-keys.ts';
import { Button } from '../../ui/button.tsx';
import type { QueueWindow } from './queue-window.ts';

/** Lines done before the list offers to be tidied. */
const worthTidying = 5;

/** New cases announce themselves here and wait; nothing moves until they are let in. */
export function NewsBar({ list, onRefresh }: { list: QueueWindow; onRefresh: () => void }) {
  const { t } = useTranslation('queue');
  const { waiting, settled } = useSyncExternalStore(list.subscribe, list.state);
  const keys = useCommandKeys('queue.showNew');
  const news = waiting > 0;
  const tidy = settled >= worthTidying;
  useCommand('queue.showNew', onRefresh, { enabled: news || settled > 0 });
  return (
    <div className="queue-news" role="status">
      {(news || tidy) && (
        <Button variant="quiet" wide icon={news ? ArrowUp : ListChecks} keys={keys} onPress={onRefresh}>
          {news ? t('news.waiting', { count: waiting }) : t('news.tidy')}
        </Button>
      )}
    </div>
  );
}

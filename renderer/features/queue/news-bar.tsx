import { ArrowUp, ListChecks } from 'lucide-react';
import { type RefObject, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../app/commands/command-handlers.ts';
import { useCommandKeys } from '../../app/commands/command-keys.ts';
import { Button } from '../../ui/button.tsx';
import type { QueueListHandle } from './queue-list.tsx';
import type { QueueWindow } from './queue-window.ts';

/** Lines done before the list offers to be tidied. */
const worthTidying = 5;

/** New cases announce themselves here and wait; nothing moves until they are let in. */
export function NewsBar({
  list,
  listRef,
  onRefresh,
}: {
  list: QueueWindow;
  listRef: RefObject<QueueListHandle | null>;
  onRefresh: () => void;
}) {
  const { t } = useTranslation('queue');
  const { waiting, settled } = useSyncExternalStore(list.subscribe, list.state);
  const keys = useCommandKeys('queue.showNew');
  const news = waiting > 0;
  const tidy = settled >= worthTidying;
  useCommand('queue.showNew', onRefresh, { enabled: news || settled > 0 });
  const bar = useRef<HTMLDivElement>(null);
  const shown = news || tidy;
  // The bar takes room from the top of the list; scrolling by its height keeps every line where the eye has it.
  useLayoutEffect(() => {
    const height = shown ? (bar.current?.offsetHeight ?? 0) : 0;
    if (height === 0) return;
    const handle = listRef.current;
    handle?.shift(height);
    return () => handle?.shift(-height);
  }, [shown, listRef]);
  return (
    <div ref={bar} className="queue-news" role="status">
      {shown && (
        <Button variant="quiet" wide icon={news ? ArrowUp : ListChecks} keys={keys} onPress={onRefresh}>
          {news ? t('news.waiting', { count: waiting }) : t('news.tidy')}
        </Button>
      )}
    </div>
  );
}

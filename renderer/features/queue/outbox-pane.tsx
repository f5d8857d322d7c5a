import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { RotateCcw, Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { caseName, type Id } from '../../../shared/domain/ids.ts';
import type { OutboxItem } from '../../../shared/ipc/topics/sync.ts';
import { call } from '../../app/api.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { navigate } from '../../app/navigation.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Time } from '../../ui/time.tsx';
import { sendingLooks } from './case-words.ts';
import { OutboxNotes } from './outbox-notes.tsx';
import { outboxNotesQuery, outboxQuery, statusQuery } from './queries.ts';
import './outbox-pane.css';

/** One decision on its way: where it stands, what comes next, what can be done. */
function OutboxLine({
  item,
  online,
  onOpen,
  onRetry,
}: {
  item: OutboxItem;
  online: boolean;
  onOpen: () => void;
  onRetry: () => void;
}) {
  const { t } = useTranslation('queue');
  const errors = useTranslation('errors').t;
  const name = caseName(item.caseId as Id<'case'>);
  const { tone, icon } = sendingLooks[item.state];
  return (
    <li className="queue-outbox-line">
      <div className="queue-outbox-head">
        <Button
          variant="quiet"
          className="queue-outbox-name"
          aria-label={t('outbox.openCase', { name })}
          onPress={onOpen}
        >
          <bdi>{name}</bdi>
        </Button>
        <Badge tone={tone} icon={icon}>
          {t(`row.sending.${item.state}`)}
        </Badge>
        <span className="queue-outbox-time">
          <Time value={item.decidedAt} short />
        </span>
      </div>
      <p className="ui-description">
        {item.errorCode !== null && `${errors(item.errorCode as 'internal')} `}
        {t('outbox.attempts', { count: item.attempts })}
        {item.state === 'waiting' && !online && ` · ${t('outbox.whenOnline')}`}
      </p>
      {item.nextAttemptAt !== null && online && (
        <p className="ui-description">
          {t('outbox.next')} <Time value={item.nextAttemptAt} />
        </p>
      )}
      {(item.state === 'failed' || item.state === 'conflict') && (
        <div>
          {item.state === 'failed' ? (
            <Button icon={RotateCcw} onPress={onRetry}>
              {t('outbox.retry')}
            </Button>
          ) : (
            <Button onPress={() => navigate('conflicts')}>{t('outbox.settle')}</Button>
          )}
        </div>
      )}
    </li>
  );
}

/** Every decision its server has not confirmed yet, and every note that is not there. */
export function OutboxPane({ onOpenCase }: { onOpenCase: (caseId: number) => void }) {
  const { t } = useTranslation('queue');
  const client = useQueryClient();
  const { data: items, error, refetch } = useQuery(outboxQuery());
  const { data: notes } = useQuery(outboxNotesQuery());
  const { data: status } = useQuery(statusQuery());
  const act = useMutation({
    mutationFn: (run: () => Promise<unknown>) => run(),
    onSettled: () => client.invalidateQueries({ queryKey: ['outbox'] }),
  });
  const online = status?.network === 'online';
  if (error) return <FailureCallout error={error} onRetry={() => void refetch()} />;
  if (!items || !notes) return <Skeleton className="queue-sync" rows={6} />;
  if (items.length + notes.length === 0) {
    return (
      <EmptyState icon={Send} title={t('outbox.empty')}>
        {t('outbox.emptyWords')}
      </EmptyState>
    );
  }
  return (
    <div className="queue-outbox">
      <div className="queue-outbox-top">
        <p className="ui-description">{t('outbox.lead')}</p>
        <Button
          icon={Send}
          isDisabled={!online}
          isPending={act.isPending}
          onPress={() => act.mutate(() => call('outbox.send', null))}
        >
          {t('outbox.sendNow')}
        </Button>
      </div>
      <FailureCallout error={act.error} />
      {items.length > 0 && (
        <ul>
          {items.map((item) => (
            <OutboxLine
              key={item.decisionId}
              item={item}
              online={online}
              onOpen={() => onOpenCase(item.caseId)}
              onRetry={() => act.mutate(() => call('outbox.retry', { decisionId: item.decisionId }))}
            />
          ))}
        </ul>
      )}
      <OutboxNotes notes={notes} onOpenCase={onOpenCase} />
    </div>
  );
}

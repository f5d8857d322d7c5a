import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { GitCompareArrows, Handshake } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConflictView, Settlement } from '../../../shared/ipc/topics/conflicts.ts';
import { call } from '../../app/api.ts';
import { useCommand } from '../../app/commands/command-handlers.ts';
import { useFailureWords } from '../../app/failure-words.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { FormattedText } from '../../ui/formatted-text.tsx';
import { announce } from '../../ui/live-region.tsx';
import { notify } from '../../ui/notices.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { Time } from '../../ui/time.tsx';
import { CompareTable } from './compare-table.tsx';
import { conflictsQuery } from './queries.ts';
import { Settle } from './settle.tsx';
import './conflicts.css';

/** Decisions that met a server which had moved on, one at a time, side by side. */
export function ConflictsScreen({ onOpenCase }: { onOpenCase: (caseId: number) => void }) {
  const { t } = useTranslation('conflicts');
  const words = useFailureWords();
  const { data, error, refetch } = useQuery(conflictsQuery());
  if (error) {
    return (
      <ErrorState title={t('error.title')} actions={<Button onPress={() => void refetch()}>{t('error.retry')}</Button>}>
        {words(error)}
      </ErrorState>
    );
  }
  if (!data) return <Skeleton className="conflicts-loading" rows={6} label={t('loading')} />;
  if (data.length === 0) {
    return (
      <EmptyState icon={Handshake} title={t('empty.title')}>
        {t('empty.words')}
      </EmptyState>
    );
  }
  return <Conflicts conflicts={data} onOpenCase={onOpenCase} />;
}

function Conflicts({
  conflicts,
  onOpenCase,
}: {
  conflicts: readonly ConflictView[];
  onOpenCase: (caseId: number) => void;
}) {
  const { t } = useTranslation('conflicts');
  const client = useQueryClient();
  const words = useFailureWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const found = conflicts.findIndex(({ conflictId }) => conflictId === chosen);
  const at = Math.max(0, found);
  const conflict = conflicts[at];
  const settle = useMutation({
    mutationFn: ({ settlement, note }: { settlement: Settlement; note: string }) =>
      call('conflicts.settle', { conflictId: conflict?.conflictId ?? 0, settlement, note }),
    onSuccess: ({ caseId }, { settlement }) => {
      notify(t(`settle.done.${settlement}`));
      if (settlement === 'decide-again') onOpenCase(caseId);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['conflicts'] }),
  });
  const step = (by: number) => {
    const next = conflicts[at + by];
    if (!next) return;
    setChosen(next.conflictId);
    announce(t('position', { position: at + by + 1, total: conflicts.length }));
  };
  useCommand('conflicts.next', () => step(1));
  useCommand('conflicts.previous', () => step(-1));
  const open = conflict?.conflictId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus follows the conflict that is open
  useEffect(() => heading.current?.focus({ preventScroll: true }), [open]);
  if (!conflict) return null;
  return (
    <Page title={t('title')} lead={t('lead')} width="full">
      <div className="conflicts">
        <nav aria-label={t('list')}>
          <ul className="conflicts-list">
            {conflicts.map((entry, index) => (
              <li key={entry.conflictId}>
                <button
                  type="button"
                  className="conflicts-entry"
                  aria-current={index === at}
                  onClick={() => setChosen(entry.conflictId)}
                >
                  <span className="conflicts-entry-name">
                    <bdi>{entry.caseName}</bdi>{' '}
                    <FormattedText as="inline" text={entry.authorName || entry.authorHandle} />
                  </span>
                  <span className="ui-description">
                    <Time value={entry.detectedAt} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </nav>
        <article className="conflicts-one">
          <header className="conflicts-head">
            <h2 ref={heading} tabIndex={-1}>
              <bdi className="conflicts-name">{conflict.caseName}</bdi>{' '}
              <FormattedText as="inline" text={conflict.authorName || conflict.authorHandle} />
            </h2>
            <p className="ui-description">
              <bdi dir="ltr">{conflict.authorHandle}</bdi> · <FormattedText as="inline" text={conflict.communityName} />
            </p>
            <div className="conflicts-head-line">
              <Badge tone="waiting" icon={GitCompareArrows}>
                {t('position', { position: at + 1, total: conflicts.length })}
              </Badge>
              <Button variant="quiet" onPress={() => onOpenCase(conflict.caseId)}>
                {t('openCase', { name: conflict.caseName })}
              </Button>
            </div>
          </header>
          {conflict.mine.mayHaveArrived && <Callout tone="waiting">{t('mayHaveArrived')}</Callout>}
          {conflict.changed.includes('posts') && <Callout tone="waiting">{t('postsChanged')}</Callout>}
          <CompareTable conflict={conflict} />
          {settle.error && (
            <Callout tone="harm" announce>
              {t('settle.failed', { reason: words(settle.error) })}
            </Callout>
          )}
          <Settle
            key={conflict.conflictId}
            conflict={conflict}
            isPending={settle.isPending}
            onSettle={(settlement, note) => settle.mutate({ settlement, note })}
          />
        </article>
      </div>
    </Page>
  );
}

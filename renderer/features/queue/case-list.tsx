import { useQuery } from '@tanstack/react-query';
import { Eye, EyeOff } from 'lucide-react';
import { type RefObject, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParsedQueueFilter } from '../../../shared/ipc/topics/queue.ts';
import { useCommand } from '../../app/commands/command-handlers.ts';
import { useSetting } from '../../app/settings/use-setting.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { FilterBar } from './filter-bar.tsx';
import { FirstSync } from './first-sync.tsx';
import { NewsBar } from './news-bar.tsx';
import { communitiesQuery, countsQuery, statusQuery } from './queries.ts';
import { countFilters, emptyFilter, type QueueSort } from './queue-filter.ts';
import { QueueList, type QueueListHandle } from './queue-list.tsx';
import { EmptyView, FilteredToNothing, FirstRun, QueueFailed } from './queue-states.tsx';
import type { QueueWindow } from './queue-window.ts';

export interface CaseListProps {
  list: QueueWindow;
  filter: ParsedQueueFilter;
  sort: QueueSort;
  onFilter: (filter: ParsedQueueFilter) => void;
  onSort: (sort: QueueSort) => void;
  cursor: number;
  onCursor: (index: number) => void;
  onOpen: (index: number) => void;
  onRefresh: () => void;
  listRef: RefObject<QueueListHandle | null>;
}

/** Search, filters and the list itself, or the state that stands in its place. */
export function CaseList(props: CaseListProps) {
  const { list, filter, onFilter, onRefresh } = props;
  const { t } = useTranslation('queue');
  const search = useRef<HTMLInputElement>(null);
  const filterButton = useRef<HTMLButtonElement>(null);
  const { data: communities = [] } = useQuery(communitiesQuery());
  const { data: counts } = useQuery(countsQuery(filter));
  const [excerpts, setExcerpts] = useSetting('queue.excerpts');
  const clear = () => onFilter(emptyFilter(filter.view));
  useCommand('queue.search', () => search.current?.focus());
  useCommand('queue.filter', () => filterButton.current?.click());
  return (
    <>
      <FilterBar
        filter={filter}
        onChange={(part) => onFilter({ ...filter, ...part })}
        onClear={clear}
        counts={counts}
        communities={communities}
        searchRef={search}
        filterRef={filterButton}
        extra={
          <IconButton
            label={t(excerpts ? 'excerpts.cover' : 'excerpts.show')}
            icon={excerpts ? EyeOff : Eye}
            onPress={() => setExcerpts(!excerpts)}
          />
        }
      />
      <NewsBar list={list} listRef={props.listRef} onRefresh={onRefresh} />
      <ListOrState {...props} excerpts={excerpts} onClear={clear} communities={communities} />
    </>
  );
}

function ListOrState(
  props: CaseListProps & {
    excerpts: boolean;
    onClear: () => void;
    communities: readonly { readonly id: number; readonly name: string }[];
  },
) {
  const { list, filter, communities } = props;
  const { phase, total, error } = useSyncExternalStore(list.subscribe, list.state);
  const { data: status } = useQuery(statusQuery());
  const known = useQuery(communitiesQuery()).isSuccess;
  if (phase === 'error') return <QueueFailed error={error} onRetry={() => void list.refresh()} />;
  if (phase === 'ready' && total === 0) {
    const syncing = status?.syncs.some((sync) => sync.phase !== 'idle');
    if (known && communities.length === 0) return <FirstRun />;
    if (countFilters(filter) > 0) return <FilteredToNothing onReset={props.onClear} />;
    if (status && syncing) return <FirstSync status={status} communities={communities} />;
    return (
      <EmptyView view={filter.view} online={status?.network !== 'offline' && status?.network !== 'working-offline'} />
    );
  }
  return (
    <QueueList
      ref={props.listRef}
      list={list}
      sort={props.sort}
      onSort={props.onSort}
      cursor={props.cursor}
      onCursor={props.onCursor}
      onOpen={props.onOpen}
      excerpts={props.excerpts}
    />
  );
}

import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useCallback, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParsedQueueFilter, QueueView } from '../../../shared/ipc/topics/queue.ts';
import { useCommand } from '../../app/commands/command-handlers.ts';
import { UnreadBanner } from '../../app/communities/freshness/unread-banner.tsx';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { SplitPanes } from '../../ui/split-panes.tsx';
import { CaseList } from './case-list.tsx';
import { OutboxPane } from './outbox-pane.tsx';
import { countsQuery, outboxNotesQuery, outboxQuery } from './queries.ts';
import { leavesWhenDecided, type QueueSort } from './queue-filter.ts';
import type { QueueListHandle } from './queue-list.tsx';
import { recallRoom, rememberRoom } from './room-memory.ts';
import { useOpenCase } from './use-open-case.ts';
import { usePrefetch } from './use-prefetch.ts';
import { useQueueWindow } from './use-queue-window.ts';
import { useRoomWidth } from './use-room-width.ts';
import { type ViewId, ViewTabs } from './view-tabs.tsx';
import './case-room.css';

/** What the panes beside the list need and may cause. */
export interface CasePlace {
  readonly caseId: number | null;
  readonly focusTurn: number;
  /** The list has nothing to choose from; the pane beside it need not ask for a choice. */
  readonly nothingToOpen: boolean;
  readonly onSettled: (caseId: number) => void;
  readonly onUnsettled: (caseId: number) => void;
  readonly openNext: () => Promise<number | null>;
  readonly openCase: (caseId: number) => void;
}

export interface CaseRoomProps {
  /** Remembers filters under this name while another room is open. */
  id: 'queue' | 'cases';
  views: readonly ViewId[];
  /** The case asked for by whoever opened the room. */
  asked: number | null;
  /** Reads a case ahead, so that the next one is there when it is wanted. */
  prefetch: (caseId: number) => void;
  /** The panes that show the case and take the decision. */
  panes: (place: CasePlace) => { readonly case: ReactNode; readonly decision: ReactNode };
}

function isQueueView(view: ViewId): view is QueueView {
  return view !== 'sending' && view !== 'conflicts';
}

/** List, case and decision side by side; fewer at a time where there is less room. */
export function CaseRoom({ id, views, asked, prefetch, panes }: CaseRoomProps) {
  const { t } = useTranslation('queue');
  const [memory, setMemory] = useState(() => recallRoom(id, views.find(isQueueView) ?? 'open'));
  const [view, setView] = useState<ViewId>(memory.filter.view);
  const { filter, sort } = memory;
  const room = useRef<HTMLDivElement>(null);
  const listHandle = useRef<QueueListHandle>(null);
  const width = useRoomWidth(room);
  const list = useQueueWindow(filter, sort);
  const reveal = useCallback((index: number) => listHandle.current?.reveal(index), []);
  const open = useOpenCase(list, asked, reveal);
  usePrefetch(list, open.cursor, prefetch);
  const { phase, total } = useSyncExternalStore(list.subscribe, list.state);
  const { data: counts } = useQuery(countsQuery(filter));
  const { data: outbox } = useQuery(outboxQuery());
  const { data: outboxNotes } = useQuery(outboxNotesQuery());

  const remember = (next: { filter: ParsedQueueFilter; sort: QueueSort }) => {
    rememberRoom(id, next);
    setMemory(next);
  };
  const choose = (next: ViewId) => {
    setView(next);
    if (isQueueView(next) && next !== filter.view) {
      remember({ filter: { ...filter, view: next, states: [] }, sort });
    }
  };
  const step = async (direction: 1 | -1) => {
    const to = open.cursor + direction;
    if (to < 0 || to >= total) {
      announce(t(direction === 1 ? 'announce.end' : 'announce.start'));
      return;
    }
    reveal(to);
    await list.show(to, to);
    open.moveTo(to);
  };
  useCommand('queue.next', () => void step(1), { enabled: isQueueView(view) });
  useCommand('queue.previous', () => void step(-1), { enabled: isQueueView(view) });
  useCommand('queue.open', open.enter, { enabled: open.caseId !== null });
  useCommand('queue.focusList', () => listHandle.current?.focus());

  const place: CasePlace = {
    caseId: open.caseId,
    focusTurn: open.focusTurn,
    nothingToOpen: phase === 'error' || total === 0,
    onSettled: (caseId) => {
      if (leavesWhenDecided(filter.view)) list.settle(caseId, 'decided');
    },
    onUnsettled: (caseId) => list.unsettle(caseId),
    openNext: open.openNext,
    openCase: open.open,
  };
  const beside = panes(place);
  const listPane = (
    <>
      <div className="queue-top">
        <ViewTabs
          views={views}
          selected={view}
          onSelect={choose}
          counts={{ ...counts?.views, sending: outbox && outboxNotes && outbox.length + outboxNotes.length }}
        />
      </div>
      <UnreadBanner />
      {isQueueView(view) ? (
        <CaseList
          list={list}
          filter={filter}
          sort={sort}
          onFilter={(next) => remember({ filter: next, sort })}
          onSort={(next) => remember({ filter, sort: next })}
          cursor={open.cursor}
          onCursor={open.moveTo}
          onOpen={open.enter}
          onRefresh={() => void open.refresh()}
          listRef={listHandle}
        />
      ) : (
        <OutboxPane onOpenCase={open.open} />
      )}
    </>
  );
  return (
    <div ref={room} className="queue-room" data-width={width}>
      <Layout width={width} isOpen={open.caseId !== null} list={listPane} beside={beside} onBack={open.close} />
    </div>
  );
}

function Layout({
  width,
  isOpen,
  list,
  beside,
  onBack,
}: {
  width: ReturnType<typeof useRoomWidth>;
  isOpen: boolean;
  list: ReactNode;
  beside: { readonly case: ReactNode; readonly decision: ReactNode };
  onBack: () => void;
}) {
  const { t } = useTranslation('queue');
  const stacked = (
    <div className="queue-stacked">
      {beside.case}
      {beside.decision}
    </div>
  );
  if (width === 'wide') {
    return (
      <SplitPanes
        id="queue"
        separatorLabel={t('panes.resize')}
        panes={[
          { id: 'list', label: t('panes.list'), size: 29, minimum: 240, content: list },
          { id: 'case', label: t('panes.case'), size: 43, minimum: 270, content: beside.case },
          { id: 'decision', label: t('panes.decision'), size: 28, minimum: 276, content: beside.decision },
        ]}
      />
    );
  }
  if (width === 'medium') {
    return (
      <SplitPanes
        id="queue-two"
        separatorLabel={t('panes.resize')}
        panes={[
          { id: 'list', label: t('panes.list'), size: 40, minimum: 240, content: list },
          { id: 'work', label: t('panes.case'), size: 60, minimum: 300, content: stacked },
        ]}
      />
    );
  }
  return isOpen ? (
    <section className="ui-pane" aria-label={t('panes.case')}>
      <div className="queue-back">
        <Button variant="quiet" icon={ArrowLeft} mirrorIcon onPress={onBack}>
          {t('panes.back')}
        </Button>
      </div>
      {stacked}
    </section>
  ) : (
    <section className="ui-pane" aria-label={t('panes.list')}>
      {list}
    </section>
  );
}

// biome-ignore-all lint/a11y/useSemanticElements: table elements lose their roles once rows are placed one by one
import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names.ts';
import { ColumnHead } from './column-head.tsx';
import { queueColumns, queueFeatures } from './queue-columns.tsx';
import type { QueueSort } from './queue-filter.ts';
import { QueueRowLine } from './queue-row-line.tsx';
import type { QueueWindow } from './queue-window.ts';
import { sortingOf, sortOf } from './sorting.ts';
import { useRowHeight } from './use-row-height.ts';
import './queue-list.css';

/** Browsers stop laying out at about 33 million pixels; this many lines stay below it at the largest zoom. */
const mostLines = 300_000;
const linesPerPress = 10;

export interface QueueListHandle {
  focus: () => void;
  reveal: (index: number) => void;
  /** Scrolls by this many pixels, so that lines stay in place while something appears above the list. */
  shift: (pixels: number) => void;
}

export interface QueueListProps {
  list: QueueWindow;
  sort: QueueSort;
  onSort: (sort: QueueSort) => void;
  /** Index of the line the keyboard stands on, -1 for none. */
  cursor: number;
  onCursor: (index: number) => void;
  /** Enter or a second click: go into the case. */
  onOpen: (index: number) => void;
  excerpts: boolean;
  ref?: Ref<QueueListHandle>;
}

/** The cases of one view, any number of them, as a grid whose order stands still while somebody reads. */
export function QueueList({ list, sort, onSort, cursor, onCursor, onOpen, excerpts, ref }: QueueListProps) {
  const { t } = useTranslation('queue');
  const scroller = useRef<HTMLDivElement>(null);
  const state = useSyncExternalStore(list.subscribe, list.state);
  const height = useRowHeight();
  const count = Math.min(state.total, mostLines);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    scrollPaddingStart: 0,
  });
  // The height follows density and zoom; the virtual list keeps sizes until told.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measuring again is wanted when the height changes
  useEffect(() => virtual.measure(), [height]);

  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    list.show(first, last).catch(() => {});
  }, [list, first, last]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for everything the window holds
  const slots = useMemo(
    () => Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => list.slot(first + step)),
    [list, first, last, state.version],
  );
  const sorting = sortingOf(sort);
  const table = useTable({
    features: queueFeatures,
    columns: queueColumns,
    data: slots,
    getRowId: (slot) => String(slot.index),
    manualSorting: true,
    enableSortingRemoval: false,
    state: { sorting },
    onSortingChange: (update) => onSort(sortOf(typeof update === 'function' ? update(sorting) : update)),
  });

  // The same handle for as long as the list lives: others hold on to it while they lay out.
  useImperativeHandle(
    ref,
    () => ({
      focus: () => scroller.current?.focus(),
      reveal: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
      shift: (pixels) => scroller.current?.scrollBy({ top: pixels, behavior: 'instant' }),
    }),
    [virtual],
  );

  // Rows are remembered by what they show; these two never change, so that a remembered row calls the newest handlers.
  const latest = useRef({ onCursor, onOpen });
  useEffect(() => {
    latest.current = { onCursor, onOpen };
  });
  const press = useCallback((index: number) => latest.current.onCursor(index), []);
  const open = useCallback((index: number) => latest.current.onOpen(index), []);

  const move = (to: number) => {
    const index = Math.max(0, Math.min(count - 1, to));
    virtual.scrollToIndex(index, { align: 'auto' });
    onCursor(index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = Math.max(cursor, -1);
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + linesPerPress,
      PageUp: at - linesPerPress,
      Home: 0,
      End: count - 1,
    };
    const target = targets[event.key];
    if (event.target !== scroller.current || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' && cursor >= 0) onOpen(cursor);
    else if (target !== undefined && count > 0) move(target);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const shown = cursor >= first && cursor <= last && slots.length > 0;
  return (
    // The rows are virtual: focus stays on the grid and points at the current line, so that scrolling can't lose it.
    <div
      ref={scroller}
      className="queue-list"
      role="grid"
      tabIndex={0}
      aria-label={t('list.label')}
      aria-description={t('list.hint')}
      aria-rowcount={state.total + 1}
      aria-colcount={queueColumns.length}
      aria-busy={state.phase === 'loading'}
      {...(shown ? { 'aria-activedescendant': `queue-line-${cursor}` } : {})}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className="queue-head">
        <div role="row" className="queue-head-row" aria-rowindex={1} tabIndex={-1}>
          {table
            .getHeaderGroups()
            .flatMap((group) => group.headers)
            .map((header) => (
              <ColumnHead key={header.id} header={header} />
            ))}
        </div>
      </div>
      <div role="rowgroup" className={classNames('queue-lines')} style={{ blockSize: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = table.getRowModel().rows[item.index - first];
          return row ? (
            <QueueRowLine
              key={item.key}
              slot={row.original}
              start={item.start}
              height={item.size}
              current={item.index === cursor}
              excerpts={excerpts}
              onPress={press}
              onOpen={open}
            />
          ) : null;
        })}
      </div>
      {state.total > mostLines && (
        <p className="queue-too-many">{t('list.tooMany', { shown: mostLines, total: state.total })}</p>
      )}
    </div>
  );
}

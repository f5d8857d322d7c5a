// biome-ignore-all lint/a11y/useSemanticElements: table elements lose their roles once rows are placed one by one
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names.ts';
import { AgeAndMark, Excerpt, WhoAndWhy } from './queue-row-cells.tsx';
import type { Slot } from './queue-window.ts';

interface QueueRowLineProps {
  slot: Slot;
  start: number;
  height: number;
  current: boolean;
  excerpts: boolean;
  onPress: (index: number) => void;
  onOpen: (index: number) => void;
}

function same(before: QueueRowLineProps, after: QueueRowLineProps): boolean {
  return (
    before.slot.row === after.slot.row &&
    before.slot.settled === after.slot.settled &&
    before.slot.index === after.slot.index &&
    before.start === after.start &&
    before.height === after.height &&
    before.current === after.current &&
    before.excerpts === after.excerpts
  );
}

/** One line of the list, or its shape while it is being read. */
export const QueueRowLine = memo(function QueueRowLine({
  slot,
  start,
  height,
  current,
  excerpts,
  onPress,
  onOpen,
}: QueueRowLineProps) {
  const { t } = useTranslation('queue');
  const { row, settled, index } = slot;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it handles the keyboard
    <div
      id={`queue-line-${index}`}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={current}
      className={classNames('queue-row', 'queue-row-grid', settled && 'queue-row-settled')}
      style={{ transform: `translateY(${start}px)`, blockSize: height }}
      onClick={() => onPress(index)}
      onDoubleClick={() => onOpen(index)}
    >
      {row ? (
        <>
          <div role="gridcell" tabIndex={-1} className="queue-cell-case">
            <WhoAndWhy row={row} />
          </div>
          <div role="gridcell" tabIndex={-1} className="queue-cell-reports queue-line ui-figures">
            {t('row.reports', { count: row.reportCount })}
          </div>
          <div role="gridcell" tabIndex={-1} className="queue-cell-text">
            <Excerpt row={row} excerpts={excerpts} />
          </div>
          <div role="gridcell" tabIndex={-1} className="queue-cell-age">
            <AgeAndMark row={row} settled={settled} />
          </div>
        </>
      ) : (
        <div role="gridcell" tabIndex={-1} className="queue-cell-case">
          <span className="ui-visually-hidden">{t('list.rowLoading')}</span>
          <span className="queue-ghost queue-ghost-long" aria-hidden />
          <span className="queue-ghost" aria-hidden />
        </div>
      )}
    </div>
  );
}, same);

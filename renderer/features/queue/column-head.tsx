// biome-ignore-all lint/a11y/useSemanticElements: table elements lose their roles once rows are placed one by one
import type { Header } from '@tanstack/react-table';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { queueFeatures } from './queue-columns.tsx';
import type { Slot } from './queue-window.ts';

const ariaSorts = { asc: 'ascending', desc: 'descending', false: 'none' } as const;

/** The name of a column, which orders the list when pressed; only age knows both directions. */
export function ColumnHead({ header }: { header: Header<typeof queueFeatures, Slot, unknown> }) {
  const { t } = useTranslation('queue');
  const { column } = header;
  const id = column.id as 'case' | 'reports' | 'text' | 'age';
  if (!column.getCanSort()) {
    return (
      <div role="columnheader" tabIndex={-1} className="ui-visually-hidden">
        {t('list.columns.text')}
      </div>
    );
  }
  const sorted = column.getIsSorted();
  return (
    <div role="columnheader" tabIndex={-1} className={`queue-head-${id}`} aria-sort={ariaSorts[`${sorted}`]}>
      <button
        type="button"
        tabIndex={-1}
        className="queue-sort"
        data-sorted={sorted !== false || undefined}
        onClick={() => column.toggleSorting(!(id === 'age' && sorted === 'desc'))}
      >
        {t(`list.columns.${id}`)}
        {sorted === 'desc' && <ArrowDown className="ui-icon" aria-hidden />}
        {sorted === 'asc' && <ArrowUp className="ui-icon" aria-hidden />}
      </button>
    </div>
  );
}

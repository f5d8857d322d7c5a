import { createColumnHelper, rowSortingFeature, tableFeatures } from '@tanstack/react-table';
import type { Slot } from './queue-window.ts';

export const queueFeatures = tableFeatures({ rowSortingFeature });
const helper = createColumnHelper<typeof queueFeatures, Slot>();

/** What every line says: whose case and why, how many reported it, how it begins, how long it waits. */
export const queueColumns = helper.columns([
  helper.accessor((slot) => slot.row?.priority ?? 0, { id: 'case', sortDescFirst: true }),
  helper.accessor((slot) => slot.row?.reportCount ?? 0, { id: 'reports', sortDescFirst: true }),
  helper.accessor((slot) => slot.row?.excerpt ?? '', { id: 'text', enableSorting: false }),
  helper.accessor((slot) => slot.row?.openedAt ?? 0, { id: 'age', sortDescFirst: true }),
]);

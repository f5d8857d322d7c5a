import type { ConflictView, RemoteStanding } from '../../../shared/ipc/topics/conflicts.ts';

export const comparedFields = ['gone', 'state', 'assigned', 'resolvedBy', 'resolvedAt', 'account', 'category'] as const;
export type ComparedField = (typeof comparedFields)[number];

export interface CompareRow {
  readonly field: ComparedField;
  readonly changed: boolean;
}

const flags: Readonly<Record<ComparedField, ConflictView['changed'][number]>> = {
  gone: 'gone',
  state: 'state',
  assigned: 'assigned',
  resolvedBy: 'resolvedBy',
  resolvedAt: 'resolvedBy',
  account: 'account',
  category: 'category',
};

function isSame(field: ComparedField, seen: RemoteStanding, now: RemoteStanding): boolean {
  switch (field) {
    case 'gone':
      return seen.gone === now.gone;
    case 'state':
      return seen.reportState === now.reportState;
    case 'assigned':
      return seen.assignedTo === now.assignedTo;
    case 'resolvedBy':
      return seen.resolvedBy === now.resolvedBy;
    case 'resolvedAt':
      return seen.resolvedAt === now.resolvedAt;
    case 'account':
      return seen.accountState === now.accountState;
    case 'category':
      return seen.category === now.category;
  }
}

/** The lines worth comparing, changed ones marked; a closing that never was is left out. */
export function compareRows({ seen, now, changed }: Pick<ConflictView, 'seen' | 'now' | 'changed'>): CompareRow[] {
  return comparedFields
    .filter((field) => field !== 'resolvedAt' || seen.resolvedAt !== null || now.resolvedAt !== null)
    .map((field) => ({ field, changed: changed.includes(flags[field]) && !isSame(field, seen, now) }));
}

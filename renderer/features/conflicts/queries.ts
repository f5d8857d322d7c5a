import { queryOptions } from '@tanstack/react-query';
import { call } from '../../app/api.ts';

/** Everything that waits for a person to choose. */
export function conflictsQuery() {
  return queryOptions({ queryKey: ['conflicts'], queryFn: () => call('conflicts.list', null) });
}

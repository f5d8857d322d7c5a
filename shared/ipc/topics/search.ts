import { z } from 'zod';
import type { Instant } from '../../domain/ids.ts';
import { call } from '../define.ts';
import { id, shortText } from '../schemas.ts';

export const searchKinds = ['report', 'snapshot', 'note', 'member'] as const;

export interface SearchHit {
  readonly kind: (typeof searchKinds)[number];
  readonly rowId: number;
  readonly caseId: number | null;
  readonly communityId: number;
  readonly at: Instant;
  readonly excerpt: string;
  /** Start and end offsets in `excerpt`, in UTF-16 units. */
  readonly highlights: readonly (readonly [number, number])[];
}

export const searchCalls = {
  'search.find': call<{ hits: readonly SearchHit[]; more: boolean }>()(
    z.strictObject({
      query: shortText,
      kinds: z.array(z.enum(searchKinds)).max(searchKinds.length).default([]),
      communityIds: z.array(id).max(100).default([]),
      limit: z.number().int().min(1).max(200).default(50),
    }),
  ),
};

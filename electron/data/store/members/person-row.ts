import type { Instant } from '../../../../shared/domain/ids.ts';

/** A human member as counting needs them. Who linked several accounts is one, by the number of the first. */
export interface PersonRow {
  readonly id: number;
  readonly joined_at: Instant | null;
  readonly is_staff: number;
  readonly ended_at: Instant | null;
  readonly ended_how: 'removed' | 'deleted' | 'spam' | null;
  readonly spoke_at: Instant | null;
}

/** An account that ended. */
export interface AccountEndRow {
  readonly id: number;
  readonly at: Instant;
  readonly how: NonNullable<PersonRow['ended_how']>;
}

import { reference } from './record-fields.ts';
import type { RecordRule } from './records.ts';

/** Of a field that may stay empty. */
export const optional = { isNeeded: false };

/** How many there may be of something, from none to more than anybody has. */
export const many: readonly [number, number] = [0, 1_000_000_000];

/** The partner that something came about with. */
export const partnerField = reference('partner', 'partner', 'Rainbow Library', optional);

/** Nothing ends before it starts. */
export const startAndEnd: RecordRule = { is: 'in-order', fields: ['startDay', 'endDay'] };

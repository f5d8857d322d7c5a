import { z } from 'zod';
import { call } from '../define.ts';
import type { ErrorCode } from '../errors.ts';
import { nothing } from '../schemas.ts';

export const jobKinds = ['import', 'report', 'backup', 'reindex', 'identity', 'practice', 'health'] as const;
export type JobKind = (typeof jobKinds)[number];

/**
 * The id that whoever asks may give to the work behind an answer, to hear how far it is and to stop it; left out, it is
 * silent and goes on to its end. Made up anew for every question.
 */
export const askedJobId = z.uuid().optional();

/** Long work that shows progress and can be cancelled. `done` and `total` count units of that kind of work. */
export interface JobState {
  readonly jobId: string;
  readonly kind: JobKind;
  readonly state: 'running' | 'finished' | 'cancelled' | 'failed';
  readonly step: string;
  readonly done: number;
  readonly total: number | null;
  readonly errorCode: ErrorCode | null;
  readonly result: Readonly<Record<string, string | number | boolean | null>> | null;
}

export const jobCalls = {
  'jobs.list': call<readonly JobState[]>()(nothing),
  'jobs.cancel': call<null>()(z.strictObject({ jobId: z.string().max(100) })),
};

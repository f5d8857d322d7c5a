import type { PlatformErrorCode } from '../platform.ts';

/** A refusal as it came. `body` is JSON, or text, or null where there was none or it can't be read. */
export interface Refusal {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** What a platform means by a refusal; what it leaves out is judged by status and headers. */
export type ReadRefusal = (refusal: Refusal) => {
  readonly code?: PlatformErrorCode;
  /** The platform's own code. */
  readonly reason?: string;
  /** How long it wants to be left alone, in milliseconds. */
  readonly waitMs?: number;
};

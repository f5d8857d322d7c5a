import { z } from 'zod';

/** A local row number of any aggregate. The handler gives it its brand. */
export const id = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);
export const shortText = z.string().max(500);
/** Reasons and notes. Long enough for any honest text, short enough that a hostile renderer can't fill the disk at once. */
export const longText = z.string().max(50_000);
export const secretText = z.string().min(1).max(4_096);
export const filePath = z.string().min(1).max(4_096);
export const instant = z.number().int();
export const nothing = z.undefined().or(z.null()).or(z.strictObject({}));

import { english } from './en.ts';
import type { TextBank } from './text-bank.ts';

/** Every language spoken in the practice community. */
export const textBanks: readonly TextBank[] = [english];

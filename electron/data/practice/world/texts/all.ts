import { arabic } from './ar.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { italian } from './it.ts';
import { japanese } from './ja.ts';
import { polish } from './pl.ts';
import { portuguese } from './pt.ts';
import { russian } from './ru.ts';
import type { TextBank } from './text-bank.ts';
import { turkish } from './tr.ts';

/** Every language spoken in the practice community. */
export const textBanks: readonly TextBank[] = [
  english,
  arabic,
  turkish,
  japanese,
  spanish,
  german,
  french,
  polish,
  portuguese,
  russian,
  italian,
];

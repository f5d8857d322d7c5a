import { wordsOf } from '../words-of.ts';

/** What a row or series of this dashboard is called. */
export const rowLabel = wordsOf('connection');

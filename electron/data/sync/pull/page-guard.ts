import { PlatformError } from '../../platforms/platform.ts';

const mostPages = 20_000;
const mostPagesWithoutNews = 100;

/** Keeps a list that leads in circles, or never ends, from being read for ever. */
export interface PageGuard {
  /** Call for each page with where it leads and how many of its items were not yet seen. Throws `malformed`. */
  readonly check: (next: string | null, news: number) => void;
}

/** A guard for one reading of one list. */
export function createPageGuard(): PageGuard {
  const seen = new Set<string>();
  let pages = 0;
  let withoutNews = 0;
  return {
    check(next, news) {
      if (next === null) return;
      pages += 1;
      withoutNews = news > 0 ? 0 : withoutNews + 1;
      if (seen.has(next) || pages >= mostPages || withoutNews >= mostPagesWithoutNews)
        throw new PlatformError('malformed');
      seen.add(next);
    },
  };
}

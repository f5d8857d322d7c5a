declare const publishedBrand: unique symbol;

/**
 * A value that passed disclosure control. Only electron/data/health/disclosure may mint one (an architecture test
 * holds it to that), and only published values leave the health room: to the screen, to files, to the command line.
 */
export type Published<T> = T & { readonly [publishedBrand]: true };

/**
 * One number as it may be shown. Marks follow research/health.md C.8:
 * `shown`; `uncertain` = [u]; `hidden` = [c], primary and secondary look the same; `unavailable` = [x];
 * `impossible` = [z]; `open` = the period has not ended for everybody (B.1.4), drawn hatched, never averaged.
 */
export type PublishedValue =
  | {
      readonly mark: 'shown' | 'uncertain' | 'open';
      readonly value: number;
      readonly lower: number | null;
      readonly upper: number | null;
    }
  /** Too few for a value, enough for a range of counts: 8 to 12, 13 to 17, 18 to 29 (E, small-n rule). */
  | { readonly mark: 'band'; readonly lower: number; readonly upper: number }
  | { readonly mark: 'hidden' | 'unavailable' | 'impossible' };

/** Where a number is going: thresholds and rounding depend on it (research/health.md C.2). */
export type DisclosurePlace = 'team' | 'export';

/**
 * Making a formatter costs many times more than using it, and a screen of the queue says more than a hundred times and
 * numbers. They are kept by what they were made from; the set of locales and options of one window is small.
 */
const kept = new Map<string, unknown>();

function keep<Formatter>(key: string, make: () => Formatter): Formatter {
  const known = kept.get(key) as Formatter | undefined;
  if (known !== undefined) return known;
  const made = make();
  kept.set(key, made);
  return made;
}

/** A formatter of moments. The machine's own time zone is looked at anew, because people travel while Hearth is open. */
export function dateFormatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const zone = options.timeZone ?? new Date().getTimezoneOffset();
  return keep(`date ${locale} ${zone} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options));
}

/** A formatter of spans of time. */
export function relativeFormatter(locale: string, options: Intl.RelativeTimeFormatOptions): Intl.RelativeTimeFormat {
  return keep(`relative ${locale} ${JSON.stringify(options)}`, () => new Intl.RelativeTimeFormat(locale, options));
}

/** A formatter of numbers. */
export function numberFormatter(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return keep(`number ${locale} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options));
}

/** A formatter of lists. */
export function listFormatter(locale: string, options: Intl.ListFormatOptions): Intl.ListFormat {
  return keep(`list ${locale} ${JSON.stringify(options)}`, () => new Intl.ListFormat(locale, options));
}

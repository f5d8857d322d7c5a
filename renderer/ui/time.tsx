import { useLocale } from 'react-aria-components/I18nProvider';
import { type Moment, sayExactly, sayWhen, sayWhenShort } from './format/date-words.ts';
import { useNow } from './format/now.ts';

/** A moment: relative within a week, the exact moment on hover and for screen readers. Ages by itself. */
export function Time({
  value,
  timeZone,
  short,
  className,
}: {
  value: Moment;
  timeZone?: string | undefined;
  /** For narrow columns: "3h ago". */
  short?: boolean | undefined;
  className?: string | undefined;
}) {
  const { locale } = useLocale();
  const now = useNow();
  const exact = sayExactly(value, { locale, timeZone });
  const words = (short ? sayWhenShort : sayWhen)(value, { locale, now, timeZone });
  return (
    <time className={className} dateTime={exact === '' ? undefined : new Date(value).toISOString()} title={exact}>
      <span aria-hidden>{words}</span>
      <span className="ui-visually-hidden">{exact}</span>
    </time>
  );
}

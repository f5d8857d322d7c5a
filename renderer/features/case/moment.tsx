import { sayWhen } from '../../ui/format/date-words.ts';
import { useNow } from '../../ui/format/now.ts';
import { useFormat } from '../../ui/format/use-format.ts';

/** A moment inside a sentence of ours: relative words, the exact moment on hover and for screen readers. */
export function Moment({ at, say }: { at: number; say: (words: string) => string }) {
  const format = useFormat();
  const now = useNow();
  const exact = format.exactly(at);
  return (
    <time dateTime={new Date(at).toISOString()} title={exact}>
      <span aria-hidden>{say(sayWhen(at, { locale: format.locale, now }))}</span>
      <span className="ui-visually-hidden">{say(exact)}</span>
    </time>
  );
}

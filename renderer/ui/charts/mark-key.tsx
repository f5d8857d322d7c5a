import { useTranslation } from 'react-i18next';
import type { PublishedValue } from '../../../shared/domain/published.ts';

type Explained = 'uncertain' | 'open' | 'band' | 'hidden' | 'unavailable';
const explained: readonly Explained[] = ['uncertain', 'open', 'band', 'hidden', 'unavailable'];

/** Which marks of C.8 a drawing has to explain: those that occur in it, in a fixed order. */
export function marksIn(values: readonly PublishedValue[]): readonly Explained[] {
  const found = new Set(values.map(({ mark }) => mark));
  return explained.filter((mark) => found.has(mark));
}

/** In the place of a drawing of which nothing can be read: that something is hidden, or nothing. */
export function SilentKey({ values }: { values: readonly PublishedValue[] }) {
  return <MarkKey values={values.filter(({ mark }) => mark === 'hidden')} />;
}

/** Says what the marks of a drawing mean. Nothing, where all values are plainly shown. */
export function MarkKey({
  values,
  hiddenAs = 'hidden',
}: {
  values: readonly PublishedValue[];
  /** What a hatched place stands for: the value itself, or a whole of which a part is hidden. */
  hiddenAs?: 'hidden' | 'hiddenParts';
}) {
  const { t } = useTranslation('charts');
  const marks = marksIn(values);
  if (marks.length === 0) return null;
  return (
    <ul className="ui-chart-key" aria-label={t('key.label')}>
      {marks.map((mark) => (
        <li key={mark}>
          <span className="ui-chart-mark" data-mark={mark} aria-hidden="true" />
          {t(`key.${mark === 'hidden' ? hiddenAs : mark}`)}
        </li>
      ))}
    </ul>
  );
}

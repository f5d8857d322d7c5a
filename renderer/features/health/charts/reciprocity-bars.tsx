import { useTranslation } from 'react-i18next';
import type { PublishedValue } from '../../../../shared/domain/published.ts';
import type { Reciprocity } from '../../../../shared/ipc/topics/health.ts';
import { drawable, usePublishedText } from '../use-published-text.ts';
import './reciprocity-bars.css';

/** Three shares on one scale from 0 to 100: returned ties, mutual pairs, and what chance alone would give. */
export function ReciprocityBars({ reciprocity }: { reciprocity: Reciprocity }) {
  const { t } = useTranslation('health');
  const say = usePublishedText();
  const lines: readonly [key: 'arcs' | 'pairs' | 'chance', value: PublishedValue][] = [
    ['arcs', reciprocity.arcShare],
    ['pairs', reciprocity.pairShare],
    ['chance', reciprocity.chance],
  ];
  return (
    <dl className="health-shares">
      {lines.map(([key, value]) => {
        const share = drawable(value);
        return (
          <div key={key} className="health-share" data-kind={key}>
            <dt>{t(`screen.reciprocity.${key}`)}</dt>
            <dd>
              {share === null ? (
                <span className="ui-hidden-value" aria-hidden="true" />
              ) : (
                <meter
                  className="health-meter"
                  min={0}
                  max={100}
                  value={share}
                  aria-label={t(`screen.reciprocity.${key}`)}
                />
              )}
              <span className="ui-figures">{say(value, 'percent')}</span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

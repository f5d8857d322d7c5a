import { useTranslation } from 'react-i18next';
import type { CaseEvent } from '../../../shared/ipc/topics/case.ts';
import { FormattedText } from '../../ui/formatted-text.tsx';
import { eventWords } from './event-words.ts';
import { Moment } from './moment.tsx';

/** The record of this case, newest first, folded away until asked for. */
export function CaseEvents({ events }: { events: readonly CaseEvent[] }) {
  const { t } = useTranslation('case');
  const newestFirst = [...events].sort((one, other) => other.at - one.at);
  return (
    <section className="case-section">
      <details>
        <summary>
          <h3>{t('events.title')}</h3>
        </summary>
        {newestFirst.length === 0 && <p className="case-quiet">{t('events.none')}</p>}
        <ol className="case-events">
          {newestFirst.map((event, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a record has no number here and never changes its order
            <li key={index}>
              <span>{eventWords(t, event.kind)}</span>
              <FormattedText
                as="inline"
                className="case-quiet"
                text={event.actor === 'platform' ? t('events.server') : event.actor}
              />
              <span className="case-quiet case-end">
                <Moment at={event.at} say={(time) => time} />
              </span>
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}

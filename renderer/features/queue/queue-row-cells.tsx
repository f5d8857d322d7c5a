import { CircleAlert, EyeOff, Hand, Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../../shared/ipc/topics/queue.ts';
import { Badge } from '../../ui/badge.tsx';
import { useFormat } from '../../ui/format/use-format.ts';
import { FormattedText } from '../../ui/formatted-text.tsx';
import { Time } from '../../ui/time.tsx';
import { isUrgent, sendingLooks, urgentIcons } from './case-words.ts';
import type { Settled } from './queue-window.ts';

/** Who and why. */
export function WhoAndWhy({ row }: { row: QueueRow }) {
  const { t } = useTranslation('case');
  return (
    <span className="queue-line">
      <FormattedText as="inline" className="queue-author" text={row.authorName || row.authorHandle} />
      <span className="queue-why">{t(`category.${row.category}`)}</span>
    </span>
  );
}

/** The beginning of what was written, or what stands for it while it is covered. */
export function Excerpt({ row, excerpts }: { row: QueueRow; excerpts: boolean }) {
  const { t } = useTranslation('queue');
  const text = row.excerpt.trim();
  return (
    <span className="queue-line queue-excerpt">
      {!excerpts && <EyeOff className="ui-icon" aria-hidden />}
      {excerpts && text !== '' ? (
        <FormattedText as="inline" className="queue-excerpt-text" text={text} language={row.language ?? undefined} />
      ) : (
        <span className="queue-excerpt-text">{t(excerpts ? 'row.noText' : 'row.covered')}</span>
      )}
    </span>
  );
}

/** What stands at the end of the second line: the one thing that matters most about where the case is. */
function Mark({ row, settled }: { row: QueueRow; settled: Settled | null }) {
  const { t } = useTranslation('queue');
  const format = useFormat();
  if (row.hasConflict || row.sending === 'conflict') {
    return (
      <Badge tone="harm" icon={CircleAlert}>
        {t('row.conflict')}
      </Badge>
    );
  }
  if (row.sending) {
    const { tone, icon } = sendingLooks[row.sending];
    return (
      <Badge tone={tone} icon={icon}>
        {t(`row.sending.${row.sending}`)}
      </Badge>
    );
  }
  if (settled) return <Badge>{t(`row.settled.${settled}`)}</Badge>;
  if (row.waitingUntil !== null) {
    return (
      <Badge tone="waiting" icon={Hourglass}>
        {format.day(row.waitingUntil)}
      </Badge>
    );
  }
  if (row.claimedBy !== null) {
    return (
      <Badge icon={Hand} tone={row.claimedByMe ? 'done' : 'plain'} className="queue-holder">
        {row.claimedByMe ? t('row.mine') : <FormattedText as="inline" text={row.claimedBy} />}
      </Badge>
    );
  }
  if (!isUrgent(row.category)) return null;
  return (
    <Badge tone="care" icon={urgentIcons[row.category]}>
      {t('row.urgent')}
    </Badge>
  );
}

/** Age above, the mark below. */
export function AgeAndMark({ row, settled }: { row: QueueRow; settled: Settled | null }) {
  return (
    <>
      <span className="queue-line queue-age">
        <Time value={row.openedAt} short />
      </span>
      <span className="queue-line">
        <Mark row={row} settled={settled} />
      </span>
    </>
  );
}

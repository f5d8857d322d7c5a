import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { useNow } from '../../ui/format/now.ts';
import { useFormat } from '../../ui/format/use-format.ts';
import { sayClockTime } from './clock-time.ts';
import type { Refusal } from './decision-form.ts';

/** What kept the decision from being saved, and the way on. The form stays as it was written. */
export function RefusalCallout({
  refusal,
  onSeen,
  onRetry,
}: {
  refusal: Refusal;
  onSeen: () => void;
  onRetry: () => void;
}) {
  const { t } = useTranslation('case');
  const errors = useTranslation('errors').t;
  const { locale } = useFormat();
  const now = useNow();
  switch (refusal.kind) {
    case 'finding':
    case 'policy':
    case 'reason': {
      const key = ({ finding: 'missingFinding', policy: 'missingPolicy', reason: 'missingReason' } as const)[
        refusal.kind
      ];
      return <Callout tone="waiting" announce title={t(`decision.${key}`)} />;
    }
    case 'stale':
      return (
        <Callout
          tone="waiting"
          announce
          title={t('decision.stale.title')}
          actions={<Button onPress={onSeen}>{t('decision.stale.again')}</Button>}
        >
          {t('decision.stale.words')}
        </Callout>
      );
    case 'held':
      return (
        <Callout
          tone="waiting"
          announce
          title={t('decision.held.title')}
          actions={<Button onPress={onSeen}>{t('decision.held.again')}</Button>}
        >
          {refusal.until === null
            ? t('decision.held.words')
            : t('decision.held.until', { time: sayClockTime(refusal.until, locale, now) })}
        </Callout>
      );
    case 'lost':
      return (
        <Callout
          tone="waiting"
          announce
          title={t('decision.lost.title')}
          actions={<Button onPress={onRetry}>{t('decision.lost.again')}</Button>}
        >
          {t('decision.lost.words')}
        </Callout>
      );
    case 'failed':
      return (
        <Callout
          tone="harm"
          announce
          title={t('decision.failed.title')}
          actions={<Button onPress={onRetry}>{t('decision.failed.again')}</Button>}
        >
          {t('decision.failed.words', { reason: errors(refusal.code) })}
        </Callout>
      );
  }
}

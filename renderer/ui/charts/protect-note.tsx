import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import './metric-card.css';

/** The rules behind every number of a screen, with the figures they go by. `null` or nothing: the rule does not apply. */
export function ProtectNote({ threshold, rounding }: { threshold: number | null; rounding: number | null }) {
  const { t } = useTranslation('charts');
  return (
    <p className="ui-protect">
      <strong>
        <ShieldCheck className="ui-icon" aria-hidden />
        {t('protect.title')}
      </strong>
      <span>
        {threshold ? t('protect.threshold', { count: threshold }) : t('protect.thresholdNone')}{' '}
        {rounding !== null && rounding > 1 ? t('protect.rounding', { count: rounding }) : t('protect.roundingNone')}{' '}
        {t('protect.always')}
      </span>
    </p>
  );
}

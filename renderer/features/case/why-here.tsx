import { useTranslation } from 'react-i18next';
import type { PriorityReason } from '../../../shared/domain/case.ts';
import { useFormat } from '../../ui/format/use-format.ts';

/** One reason in words. */
function useReasonWords(): (reason: PriorityReason) => string {
  const { t } = useTranslation('case');
  return ({ reason, count }) => {
    switch (reason) {
      case 'reports':
      case 'reporters':
      case 'earlier-upheld':
        return t(`why.${reason}`, { count: count ?? 0 });
      case 'age':
        return count === null ? t('why.agePlain') : t('why.age', { count });
      default:
        return t(`why.${reason}`);
    }
  };
}

/** Why a case stands where it stands: every reason with its points, added up in the open. */
export function WhyHere({ priority, reasons }: { priority: number; reasons: readonly PriorityReason[] }) {
  const { t } = useTranslation('case');
  const format = useFormat();
  const words = useReasonWords();
  return (
    <div className="case-why">
      <h2>{t('why.title')}</h2>
      <p className="ui-description">{t('why.lead', { points: Math.round(priority) })}</p>
      <ul className="case-why-list">
        {reasons.map((reason) => (
          <li key={reason.reason}>
            <span>{words(reason)}</span>
            <span className="ui-figures">
              {format.number(Math.round(reason.points), { signDisplay: 'exceptZero' })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

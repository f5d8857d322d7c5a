import { useTranslation } from 'react-i18next';
import './skeleton.css';

/** Where text will stand. Says "Loading" once to screen readers; does not move. */
export function Skeleton({
  rows = 3,
  label,
  className,
}: {
  rows?: number | undefined;
  label?: string | undefined;
  className?: string | undefined;
}) {
  const { t } = useTranslation('app');
  const lines = Array.from({ length: rows }, (_, index) => `line-${index}`);
  return (
    <div className={className} role="status">
      <span className="ui-visually-hidden">{label ?? t('ui.loading')}</span>
      {lines.map((line) => (
        <div className="ui-skeleton" key={line} />
      ))}
    </div>
  );
}

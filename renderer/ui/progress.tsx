import { Label } from 'react-aria-components/Label';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import './progress.css';

export interface ProgressProps {
  /** What is going on: "Reading page 4". */
  label: string;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean | undefined;
  /** From 0 to 1; null when the end is not known. */
  value: number | null;
  /** A second line: "1,200 of about 5,000 lines". */
  detail?: string | undefined;
  onCancel?: (() => void) | undefined;
}

/** Work in progress that can be stopped. */
export function Progress({ label, hideLabel, value, detail, onCancel }: ProgressProps) {
  const { t } = useTranslation('app');
  return (
    <div className="ui-progress">
      <ProgressBar
        className="ui-progress-bar"
        isIndeterminate={value === null}
        value={value ?? 0}
        maxValue={1}
        formatOptions={{ style: 'percent' }}
      >
        {({ percentage, valueText }) => (
          <>
            <div className="ui-progress-head">
              <Label className={hideLabel ? 'ui-visually-hidden' : 'ui-label'}>{label}</Label>
              <span className="ui-figures">{valueText}</span>
            </div>
            <div className="ui-progress-track">
              <div
                className="ui-progress-fill"
                data-open={value === null || undefined}
                style={value === null ? {} : { inlineSize: `${percentage ?? 0}%` }}
              />
            </div>
          </>
        )}
      </ProgressBar>
      {detail && <p className="ui-description">{detail}</p>}
      {onCancel && (
        <div>
          <Button onPress={onCancel}>{t('ui.cancel')}</Button>
        </div>
      )}
    </div>
  );
}

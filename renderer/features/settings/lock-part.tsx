import { useTranslation } from 'react-i18next';
import { useSetting } from '../../app/settings/use-setting.ts';
import { useFormat } from '../../ui/format/use-format.ts';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { ProtectionSection } from './protection-section.tsx';
import { withPresent } from './work-part.tsx';

const lockMinutes = [0, 1, 5, 15, 30, 60] as const;
const minute = 60_000;

/** When the store locks by itself, and what opens it. */
export function LockPart() {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const [after, setAfter] = useSetting('lock.afterMinutes');
  const [withScreen, setWithScreen] = useSetting('lock.withScreen');
  const [hide, setHide] = useSetting('lock.hideFromCapture');
  return (
    <div className="settings-part">
      <Select
        label={t('lock.after.label')}
        value={String(after)}
        onChange={(minutes) => setAfter(Number(minutes))}
        options={withPresent(lockMinutes, after).map((minutes) => ({
          id: String(minutes),
          label:
            minutes === 0
              ? t('lock.after.never')
              : t('lock.after.minutes', { duration: format.duration(minutes * minute, 'long') }),
        }))}
      />
      <Switch isSelected={withScreen} onChange={setWithScreen}>
        {t('lock.withScreen')}
      </Switch>
      <Switch isSelected={hide} onChange={setHide} description={t('lock.hideWords')}>
        {t('lock.hide')}
      </Switch>
      <ProtectionSection />
    </div>
  );
}

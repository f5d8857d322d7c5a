import { useTranslation } from 'react-i18next';
import type { SettingValueOf } from '../../../shared/settings/settings.ts';
import { languages } from '../../../shared/strings/languages.ts';
import { useSetting } from '../../app/settings/use-setting.ts';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { useFormat } from '../../ui/format/use-format.ts';
import { Select } from '../../ui/select.tsx';

const sizes = [0.75, 0.875, 1, 1.125, 1.25, 1.5, 1.75, 2] as const;

/** Language, digits, theme, density, motion, size: all take effect at once. */
export function LooksPart() {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const [language, setLanguage] = useSetting('language');
  const [numerals, setNumerals] = useSetting('numerals');
  const [theme, setTheme] = useSetting('theme');
  const [density, setDensity] = useSetting('density');
  const [motion, setMotion] = useSetting('motion');
  const [zoom, setZoom] = useSetting('zoom');
  return (
    <div className="settings-part">
      <div className="settings-pair">
        <Select<SettingValueOf<'language'>>
          label={t('language.label')}
          value={language}
          onChange={setLanguage}
          options={[
            { id: 'system', label: t('language.system') },
            ...languages.map(({ code, name }) => ({ id: code, label: name })),
          ]}
        />
        <Select<SettingValueOf<'numerals'>>
          label={t('numerals.label')}
          value={numerals}
          onChange={setNumerals}
          options={[
            { id: 'language', label: t('numerals.language') },
            { id: 'latin', label: t('numerals.latin') },
            { id: 'arabic', label: t('numerals.arabic') },
          ]}
        />
      </div>
      <ChoiceGroup<SettingValueOf<'theme'>>
        label={t('theme.label')}
        look="row"
        value={theme}
        onChange={setTheme}
        choices={(['system', 'light', 'dark'] as const).map((id) => ({ id, label: t(`theme.${id}`) }))}
      />
      <ChoiceGroup<SettingValueOf<'density'>>
        label={t('density.label')}
        look="row"
        value={density}
        onChange={setDensity}
        choices={(['comfortable', 'compact'] as const).map((id) => ({ id, label: t(`density.${id}`) }))}
      />
      <ChoiceGroup<SettingValueOf<'motion'>>
        label={t('motion.label')}
        look="row"
        value={motion}
        onChange={setMotion}
        choices={(['system', 'reduced'] as const).map((id) => ({ id, label: t(`motion.${id}`) }))}
      />
      <div className="settings-pair">
        <Select
          label={t('zoom.label')}
          value={String(zoom)}
          onChange={(size) => setZoom(Number(size))}
          options={sizes.map((size) => ({
            id: String(size),
            label: format.percent(size, (size * 100) % 1 === 0 ? 0 : 1),
          }))}
        />
      </div>
    </div>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingValueOf } from '../../../shared/settings/settings.ts';
import { useSetting } from '../../app/settings/use-setting.ts';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { useFormat } from '../../ui/format/use-format.ts';
import { Section } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';

const undoSeconds = [0, 5, 10, 30, 60, 300] as const;
const syncMinutes = [0, 1, 5, 15, 60] as const;
const second = 1000;
const minute = 60 * second;

/** How the work goes: name for the team, time to change one's mind, reading, shielding. */
export function WorkPart() {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const [undo, setUndo] = useSetting('decisions.undoSeconds');
  const [sync, setSync] = useSetting('sync.everyMinutes');
  return (
    <div className="settings-part">
      <AliasField />
      <div className="settings-pair">
        <Select
          label={t('undo.label')}
          description={t('undo.words')}
          value={String(undo)}
          onChange={(seconds) => setUndo(Number(seconds))}
          options={withPresent(undoSeconds, undo).map((seconds) => ({
            id: String(seconds),
            label: seconds === 0 ? t('undo.none') : format.duration(seconds * second, 'long'),
          }))}
        />
        <Select
          label={t('sync.label')}
          value={String(sync)}
          onChange={(minutes) => setSync(Number(minutes))}
          options={withPresent(syncMinutes, sync).map((minutes) => ({
            id: String(minutes),
            label:
              minutes === 0
                ? t('sync.never')
                : t('sync.every', { duration: format.duration(minutes * minute, 'long') }),
          }))}
        />
      </div>
      <ShieldChoices />
    </div>
  );
}

/** The offered values and the present one, should it be another. */
export function withPresent(offered: readonly number[], present: number): number[] {
  return [...new Set([...offered, present])].sort((one, other) => one - other);
}

function AliasField() {
  const { t } = useTranslation('settings');
  const [alias, setAlias] = useSetting('moderator.alias');
  const [typed, setTyped] = useState<string | null>(null);
  // Kept when the field is left: every letter would be an entry of its own otherwise.
  const save = (): void => {
    if (typed !== null && typed.trim() !== alias) setAlias(typed.trim());
    setTyped(null);
  };
  return (
    <TextField
      label={t('alias.label')}
      description={t('alias.words')}
      maxLength={80}
      value={typed ?? alias}
      onChange={setTyped}
      onBlur={save}
    />
  );
}

function ShieldChoices() {
  const { t } = useTranslation('settings');
  const [text, setText] = useSetting('shield.text');
  const [excerpts, setExcerpts] = useSetting('queue.excerpts');
  const [media, setMedia] = useSetting('shield.media');
  const [grey, setGrey] = useSetting('shield.greyMedia');
  return (
    <Section title={t('shield.title')} lead={t('shield.lead')}>
      <ChoiceGroup<SettingValueOf<'shield.text'>>
        label={t('shield.text.label')}
        look="row"
        value={text}
        onChange={setText}
        choices={(['all', 'severe', 'none'] as const).map((id) => ({ id, label: t(`shield.text.${id}`) }))}
      />
      <Switch isSelected={excerpts} onChange={setExcerpts} description={t('shield.excerptsWords')}>
        {t('shield.excerpts')}
      </Switch>
      <Switch isSelected={media} onChange={setMedia}>
        {t('shield.media')}
      </Switch>
      <Switch isSelected={grey} onChange={setGrey}>
        {t('shield.grey')}
      </Switch>
    </Section>
  );
}

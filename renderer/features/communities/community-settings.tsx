import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Community, dataBegins } from '../../../shared/domain/community.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { PromiseChoice } from './promise-choice.tsx';
import { useUpdateCommunity } from './queries.ts';
import { TeamSetting } from './team-setting.tsx';

const timeZones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map((zone) => ({
  id: zone,
  label: zone.replaceAll('_', ' '),
}));

/** How a community is named and counted, and the mark that lifts disclosure control; each takes effect at once. */
export function CommunitySettings({ community }: { community: Community }) {
  const { t } = useTranslation('communities');
  const update = useUpdateCommunity();
  const [name, setName] = useState(community.name);
  const [asking, setAsking] = useState(false);
  const communityId = community.id;
  const saveName = (): void => {
    const next = name.trim();
    if (next === '') setName(community.name);
    else if (next !== community.name) update.mutate({ communityId, name: next });
  };
  return (
    <section className="community-settings">
      <TextField label={t('name.label')} value={name} onChange={setName} onBlur={saveName} maxLength={200} />
      <ComboBox
        label={t('timeZone.label')}
        description={t('timeZone.words')}
        options={timeZones}
        value={community.timeZone}
        onChange={(timeZone) => timeZone !== community.timeZone && update.mutate({ communityId, timeZone })}
      />
      <Select
        label={t('dataBegin.label')}
        description={t('dataBegin.words')}
        options={dataBegins.map((id) => ({ id, label: t(`dataBegin.${id}`) }))}
        value={community.dataBegin}
        onChange={(dataBegin) => dataBegin !== community.dataBegin && update.mutate({ communityId, dataBegin })}
      />
      <PromiseChoice communityId={communityId} />
      <TeamSetting communityId={communityId} />
      <Checkbox
        isSelected={!community.holdsPersonalData}
        description={t('personalData.words')}
        onChange={(isMarked) => (isMarked ? setAsking(true) : update.mutate({ communityId, holdsPersonalData: true }))}
      >
        {t('personalData.label')}
      </Checkbox>
      <FailureCallout error={update.error} />
      <ConfirmDialog
        title={t('personalData.confirmTitle')}
        isOpen={asking}
        onClose={() => setAsking(false)}
        confirmLabel={t('personalData.confirm')}
        onConfirm={() => {
          setAsking(false);
          update.mutate({ communityId, holdsPersonalData: false });
        }}
      >
        {t('personalData.confirmWords')}
      </ConfirmDialog>
    </section>
  );
}

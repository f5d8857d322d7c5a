import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Community, type DataBegin, dataBegins } from '../../../shared/domain/community.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Section } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';

export const newCommunity = 'new';

export interface Target {
  /** Local id as text, or `new`. */
  choice: string;
  name: string;
  holdsPersonalData: boolean;
  dataBegin: DataBegin;
  timeZone: string;
}

export const firstTarget: Target = {
  choice: newCommunity,
  name: '',
  holdsPersonalData: true,
  dataBegin: 'unknown',
  timeZone: 'UTC',
};

export function isNameMissing({ choice, name }: Target): boolean {
  return choice === newCommunity && name.trim() === '';
}

/** Where the activities belong, and in whose days they are counted. */
export function TargetCommunity({
  communities,
  target,
  onChange,
}: {
  communities: readonly Community[];
  target: Target;
  onChange: (target: Target) => void;
}) {
  const { t } = useTranslation('imports');
  const { t: words } = useTranslation('communities');
  const [zones] = useState(() => Intl.supportedValuesOf('timeZone'));
  const zoneOptions = [...new Set(['UTC', target.timeZone, ...zones])].map((zone) => ({
    id: zone,
    label: zone.replaceAll('_', ' '),
  }));
  return (
    <Section title={t('screen.target.title')}>
      <div className="imports-fields">
        <Select
          label={t('screen.target.community')}
          value={target.choice}
          options={[
            { id: newCommunity, label: t('screen.target.new') },
            ...communities.map((community) => ({ id: String(community.id), label: community.name })),
          ]}
          onChange={(choice) =>
            onChange({
              ...target,
              choice,
              timeZone: communities.find((one) => String(one.id) === choice)?.timeZone ?? target.timeZone,
            })
          }
        />
        {target.choice === newCommunity && (
          <TextField
            label={t('screen.target.name')}
            value={target.name}
            onChange={(name) => onChange({ ...target, name })}
          />
        )}
        <Select
          label={t('screen.target.timeZone')}
          description={t('screen.target.timeZoneWords')}
          value={target.timeZone}
          options={zoneOptions}
          onChange={(timeZone) => onChange({ ...target, timeZone })}
        />
        {target.choice === newCommunity && (
          <Select
            label={words('dataBegin.label')}
            description={words('dataBegin.words')}
            value={target.dataBegin}
            options={dataBegins.map((id) => ({ id, label: words(`dataBegin.${id}`) }))}
            onChange={(dataBegin) => onChange({ ...target, dataBegin })}
            className="imports-wide"
          />
        )}
      </div>
      {target.choice === newCommunity && (
        <Checkbox
          isSelected={!target.holdsPersonalData}
          onChange={(isPublic) => onChange({ ...target, holdsPersonalData: !isPublic })}
          description={t('screen.target.publicWords')}
        >
          {t('screen.target.public')}
        </Checkbox>
      )}
    </Section>
  );
}

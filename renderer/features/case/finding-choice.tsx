import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../shared/domain/decision.ts';
import { KeyedChoices } from './keyed-choices.tsx';

/** What was found; kept apart from what is done about it. */
export function FindingChoice({
  value,
  keys,
  onChange,
  groupRef,
  choices,
}: {
  value: Finding | null;
  keys: Readonly<Record<Finding, string | undefined>>;
  onChange: (finding: Finding) => void;
  groupRef: Ref<HTMLDivElement>;
  choices: readonly Finding[];
}) {
  const { t } = useTranslation('case');
  return (
    <KeyedChoices
      label={t('decision.finding')}
      choices={choices.map((id) => ({
        id,
        label: t(`finding.${id}`),
        keys: keys[id],
      }))}
      value={value}
      onChange={onChange}
      groupRef={groupRef}
    />
  );
}

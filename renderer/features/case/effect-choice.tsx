import { TriangleAlert } from 'lucide-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Capabilities } from '../../../shared/domain/community.ts';
import type { PersonEffect } from '../../../shared/domain/decision.ts';
import { useCommandKeys } from '../../app/commands/command-keys.ts';
import { softwareName } from '../../app/communities/software-names.ts';
import { Badge } from '../../ui/badge.tsx';
import { useFormat } from '../../ui/format/use-format.ts';
import { effectWordsKey, isIrreversible, missingEffects, offeredEffects } from './decision-form.ts';
import { KeyedChoices } from './keyed-choices.tsx';

/** What happens to the person: only what this platform can do, with what it can't said in words. */
export function EffectChoice({
  capabilities,
  platform,
  upheld,
  value,
  onChange,
  groupRef,
}: {
  capabilities: Capabilities | null;
  platform: string;
  upheld: boolean;
  value: PersonEffect;
  onChange: (effect: PersonEffect) => void;
  groupRef: Ref<HTMLDivElement>;
}) {
  const { t } = useTranslation('case');
  const format = useFormat();
  const keys = useCommandKeys('decision.effect');
  const offered = offeredEffects(capabilities);
  const missing = missingEffects(capabilities);
  return (
    <div className="case-stack">
      <KeyedChoices
        label={t('decision.effect')}
        keys={keys}
        choices={offered.map((id) => ({
          id,
          label: t(`effect.${id}`),
          isDisabled: !upheld && id !== 'none',
          description: t(`effectWords.${effectWordsKey(capabilities, id)}`),
          extra: isIrreversible(capabilities, id) && (
            <Badge tone="harm" icon={TriangleAlert}>
              {t('decision.irreversible')}
            </Badge>
          ),
        }))}
        value={value}
        onChange={onChange}
        groupRef={groupRef}
      />
      {capabilities === null && <p className="case-quiet">{t('decision.notConnected')}</p>}
      {capabilities !== null && offered.length === 1 && upheld && (
        <p className="case-quiet">{t('decision.noEffects')}</p>
      )}
      {!upheld && <p className="case-quiet">{t('decision.onlyUpheld')}</p>}
      {upheld && capabilities !== null && offered.length > 1 && missing.length > 0 && (
        <p className="case-quiet">
          {t('decision.missing', {
            platform: softwareName(capabilities.software || platform),
            effects: format.list(missing.map((effect) => t(`effect.${effect}`))),
          })}
        </p>
      )}
    </div>
  );
}

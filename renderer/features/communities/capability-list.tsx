import { Check, Minus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Capabilities } from '../../../shared/domain/community.ts';
import { useFormat } from '../../ui/format/use-format.ts';

const named = [
  'reports',
  'assign',
  'resolve',
  'resolveWithComment',
  'reopen',
  'rules',
  'measures',
  'dimensions',
  'retention',
] as const satisfies readonly (keyof Capabilities)[];

/** What this server, in this version, for this account, can do: found out, never assumed. */
export function CapabilityList({ capabilities }: { capabilities: Capabilities | null }) {
  const { t } = useTranslation('communities');
  const { t: caseWords } = useTranslation('case');
  const format = useFormat();
  const effects = capabilities?.personEffects.filter((effect) => effect !== 'none') ?? [];
  return (
    <section className="capabilities">
      <h5>{t('capabilities.title')}</h5>
      {capabilities === null ? (
        <p className="ui-description">{t('capabilities.unknown')}</p>
      ) : (
        <>
          <ul className="capability-list">
            {named.map((name) => {
              const Icon = capabilities[name] ? Check : Minus;
              return (
                <li key={name} data-offered={capabilities[name] || undefined}>
                  <Icon className="ui-icon" aria-hidden />
                  <span>{t(`capabilities.${name}`)}</span>
                  <span className="ui-visually-hidden">
                    {capabilities[name] ? t('capabilities.offered') : t('capabilities.notOffered')}
                  </span>
                </li>
              );
            })}
          </ul>
          <p className="ui-description">
            {t('capabilities.effects')}:{' '}
            {effects.length === 0
              ? t('capabilities.noEffects')
              : format.list(effects.map((effect) => caseWords(`effect.${effect}`)))}
          </p>
        </>
      )}
    </section>
  );
}

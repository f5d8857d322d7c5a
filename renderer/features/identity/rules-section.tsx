import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { identityThresholds, oldestMinimumAge, youngestAge } from '../../../shared/domain/health/identity-rules.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useFormat } from '../../ui/format/use-format.ts';
import { notify } from '../../ui/notices.tsx';
import { Section } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { useSetMinimumAge, useSetThreshold } from './queries.ts';

const ages = Array.from({ length: oldestMinimumAge - youngestAge + 1 }, (_, at) => youngestAge + at);

interface RulesSectionProps {
  communityId: number;
  threshold: number;
  minimumAge: number;
}

/** How large a group must be to be shown, and how old people must be to be asked. */
export function RulesSection({ communityId, threshold, minimumAge }: RulesSectionProps) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const [wanted, setWanted] = useState<number | null>(null);
  const raise = useSetThreshold();
  const setAge = useSetMinimumAge();
  const option = (value: number) => ({ id: String(value), label: format.number(value) });
  const confirm = (): void => {
    if (wanted === null) return;
    raise.mutate(
      { communityId, threshold: wanted },
      {
        onSuccess: () => notify(t('rules.raised', { threshold: wanted })),
        onSettled: () => setWanted(null),
      },
    );
  };
  return (
    <Section title={t('rules.title')} lead={t('rules.lead')}>
      <div className="identity-fields">
        <Select
          label={t('rules.threshold')}
          description={t('rules.thresholdWords')}
          value={String(threshold)}
          options={identityThresholds.filter((one) => one >= threshold).map(option)}
          onChange={(id) => Number(id) !== threshold && setWanted(Number(id))}
        />
        <Select
          label={t('rules.minimumAge')}
          description={t('rules.minimumAgeWords')}
          value={String(minimumAge)}
          options={ages.map(option)}
          onChange={(id) =>
            setAge.mutate({ communityId, age: Number(id) }, { onSuccess: () => notify(t('rules.ageSaved')) })
          }
        />
      </div>
      <FailureCallout error={raise.error ?? setAge.error} />
      <ConfirmDialog
        title={t('rules.raiseTitle')}
        isOpen={wanted !== null}
        onClose={() => setWanted(null)}
        confirmLabel={t('rules.raise')}
        isPending={raise.isPending}
        onConfirm={confirm}
      >
        <p>{t('rules.raiseWords', { threshold: wanted ?? threshold })}</p>
      </ConfirmDialog>
    </Section>
  );
}

import { CircleDot, CirclePause } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PracticeFault, practiceFaults } from '../../../shared/ipc/topics/communities.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { FillPractice } from './fill-practice.tsx';
import { useChangePractice, usePractice } from './queries.ts';

/** In the order of the list in the contract; a missing one does not compile. */
const faults: typeof practiceFaults = [
  'none',
  'latency',
  'rate-limit',
  'server-error',
  'reset-before',
  'reset-after',
  'malformed',
  'expired-token',
];

/** The made-up community: start, stop, and trouble on purpose. */
export function PracticePanel() {
  const { t } = useTranslation('communities');
  const practice = usePractice();
  const change = useChangePractice();
  const state = practice.data;
  return (
    <Section title={t('practice.title')} lead={t('practice.lead')}>
      <div className="practice">
        <div className="practice-state">
          {state?.running ? (
            <Badge tone="done" icon={CircleDot}>
              {t('practice.running')}
            </Badge>
          ) : (
            <Badge icon={CirclePause}>{t('practice.stopped')}</Badge>
          )}
          {state?.address && (
            <bdi dir="ltr" className="ui-description">
              {state.address}
            </bdi>
          )}
          <Button
            isPending={change.isPending}
            isDisabled={state === undefined}
            onPress={() => change.mutate(state?.running ? 'stop' : 'start')}
          >
            {state?.running ? t('practice.stop') : t('practice.start')}
          </Button>
        </div>
        {state?.running && (
          <Select<PracticeFault>
            label={t('practice.faultLabel')}
            description={t('practice.faultWords')}
            value={state.fault}
            options={faults.map((fault) => ({ id: fault, label: t(`practice.fault.${fault}`) }))}
            onChange={(fault) => change.mutate({ fault })}
          />
        )}
        {state && state.communityId !== null && <FillPractice isFilled={state.isFilled} />}
        <FailureCallout error={practice.error ?? change.error} />
      </div>
    </Section>
  );
}

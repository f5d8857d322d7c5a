import { useTranslation } from 'react-i18next';
import type { CommunityFreshness } from '../../../../shared/ipc/topics/sync.ts';
import { Select } from '../../../ui/select.tsx';
import { FailureCallout } from '../../failure-words.tsx';
import { useSetInterval } from './use-freshness.ts';

const offered = [1, 5, 15, 60, 240] as const;

/** How often one server is read; as the others, unless chosen. */
export function IntervalChoice({ of }: { of: CommunityFreshness }) {
  const { t } = useTranslation('freshness');
  const set = useSetInterval();
  const { communityId, ownInterval } = of;
  const minutes = ownInterval === null || ownInterval === 0 ? [] : [ownInterval];
  const choices = [...new Set<number>([...offered, ...minutes])].sort((a, b) => a - b);
  return (
    <>
      <Select
        label={t('interval.label')}
        description={t('interval.words')}
        options={[
          { id: 'usual', label: t('interval.usual') },
          ...choices.map((count) => ({ id: String(count), label: t('interval.minutes', { count }) })),
          { id: '0', label: t('interval.manual') },
        ]}
        value={ownInterval === null ? 'usual' : String(ownInterval)}
        onChange={(id) => set.mutate({ communityId, everyMinutes: id === 'usual' ? null : Number(id) })}
      />
      <FailureCallout error={set.error} />
    </>
  );
}

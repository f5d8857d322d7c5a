import { useTranslation } from 'react-i18next';
import { FailureCallout } from '../../app/failure-words.tsx';
import { useFormat } from '../../ui/format/use-format.ts';
import { Select } from '../../ui/select.tsx';
import { useSetTeamCounted, useTeamRule } from './queries.ts';

const choices = ['counted', 'leftOut'] as const;

/** Whether the team is counted among members: what was chosen, and from when it is in force. */
export function TeamSetting({ communityId }: { communityId: number }) {
  const { t } = useTranslation('communities');
  const format = useFormat();
  const { data: rule } = useTeamRule(communityId);
  const choose = useSetTeamCounted(communityId);
  if (!rule) return null;
  const { isCounted, next, changesFrom } = rule;
  const day = (date: string) => format.day(`${date}T00:00:00Z`, 'UTC');
  const force = [
    t(`team.now.${isCounted ? 'counted' : 'leftOut'}`),
    next
      ? t(`team.next.${next.isCounted ? 'counted' : 'leftOut'}`, { date: day(next.from) })
      : t('team.from', { date: day(changesFrom) }),
  ];
  const isChosen = next?.isCounted ?? isCounted;
  return (
    <>
      <Select
        label={t('team.label')}
        description={[t('team.words'), ...force].join(' ')}
        options={choices.map((id) => ({ id, label: t(`team.${id}`) }))}
        value={isChosen ? 'counted' : 'leftOut'}
        onChange={(id) => (id === 'counted') !== isChosen && choose.mutate(id === 'counted')}
      />
      <FailureCallout error={choose.error} />
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { FailureCallout } from '../../app/failure-words.tsx';
import { Select } from '../../ui/select.tsx';
import { useSetTeamCounted, useTeamRule } from './queries.ts';

const choices = ['counted', 'leftOut'] as const;

/** Whether the team is counted among members: what was chosen, and from when it is in force. */
export function TeamSetting({ communityId }: { communityId: number }) {
  const { t } = useTranslation('communities');
  const { data: rule } = useTeamRule(communityId);
  const choose = useSetTeamCounted();
  if (!rule) return null;
  const { isCounted, next, changesFrom } = rule;
  const force = [
    t(`team.now.${isCounted ? 'counted' : 'leftOut'}`),
    next
      ? t(`team.next.${next.isCounted ? 'counted' : 'leftOut'}`, { start: noonOf(next.from) })
      : t('team.from', { start: noonOf(changesFrom) }),
  ];
  const isChosen = next?.isCounted ?? isCounted;
  return (
    <>
      <Select
        label={t('team.label')}
        description={[t('team.words'), ...force].join(' ')}
        options={choices.map((id) => ({ id, label: t(`team.${id}`) }))}
        value={isChosen ? 'counted' : 'leftOut'}
        onChange={(id) =>
          (id === 'counted') !== isChosen && choose.mutate({ communityId, isCounted: id === 'counted' })
        }
      />
      <FailureCallout error={choose.error} />
    </>
  );
}

/** Noon, so that no time zone shows the day before. */
function noonOf(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}

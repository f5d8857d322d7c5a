import { Pause, Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BackFill, CommunityFreshness } from '../../../../shared/ipc/topics/sync.ts';
import { Button } from '../../../ui/button.tsx';
import { useFormat } from '../../../ui/format/use-format.ts';
import { FailureCallout } from '../../failure-words.tsx';
import { usePauseActivities } from './use-freshness.ts';

/** How far filling in activities has come, with the way to stop it or let it go on. */
export function BackFillPart({ of }: { of: CommunityFreshness }) {
  const { t } = useTranslation('freshness');
  const pause = usePauseActivities();
  const { backFill, communityId } = of;
  if (backFill === null) return null;
  const isPaused = backFill.state === 'paused';
  return (
    <div className="freshness-fill">
      <p>
        <BackFillWords backFill={backFill} />
      </p>
      {!backFill.isFilled && <p className="ui-description">{t('backFill.soFar')}</p>}
      <Button
        icon={isPaused ? Play : Pause}
        isDisabled={pause.isPending}
        onPress={() => pause.mutate({ communityId, paused: !isPaused })}
      >
        {t(isPaused ? 'backFill.resume' : 'backFill.pause')}
      </Button>
      <FailureCallout error={pause.error} />
    </div>
  );
}

function BackFillWords({ backFill }: { backFill: BackFill }) {
  const { t } = useTranslation('freshness');
  const format = useFormat();
  const { state, firstAt, reachedAt, isFilled } = backFill;
  if (reachedAt === null || firstAt === null) {
    if (state === 'paused') return t('backFill.pausedAtStart');
    return t(isFilled ? 'backFill.filledEmpty' : 'backFill.begin');
  }
  const reached = format.day(reachedAt);
  if (state === 'paused') return t('backFill.paused', { reached });
  if (isFilled) return t('backFill.filled', { first: format.day(firstAt) });
  return t(state === 'reading' ? 'backFill.reading' : 'backFill.waiting', { reached });
}

import { Flag } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DashboardId } from '../../../../shared/domain/health/pillar.ts';
import { FailureCallout } from '../../../app/failure-words.tsx';
import { navigate } from '../../../app/navigation.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { useDismissNotice, useGoals } from './queries.ts';
import { useGoalWords } from './use-goal-words.ts';
import './goals.css';

/** More at once would push the charts out of sight; the others are in the list of goals. */
const mostShown = 3;

interface GoalNoticesProps {
  readonly communityId: number;
  /** Opens a part of the health room. */
  readonly onShow: (tab: Exclude<DashboardId, 'outreach'> | 'goals') => void;
}

/** One quiet line for each goal whose whole interval lies on the wrong side, until somebody puts it away. */
export function GoalNotices({ communityId, onShow }: GoalNoticesProps) {
  const { t } = useTranslation('goals');
  const words = useGoalWords();
  const dismissal = useDismissNotice();
  const { data } = useGoals(communityId).query;
  if (!data || data.notices.length === 0) return null;
  const show = (dashboard: DashboardId): void => (dashboard === 'outreach' ? navigate('outreach') : onShow(dashboard));
  const further = data.notices.length - mostShown;
  return (
    <section className="goals-notices" aria-label={t('notice.list')}>
      {data.notices.slice(0, mostShown).map((notice) => {
        const goal = data.goals.find(({ goalId }) => goalId === notice.goalId);
        if (!goal) return null;
        const metric = words.metric(goal);
        const { goalId, period } = notice;
        return (
          <Banner
            key={`${goalId} ${period}`}
            icon={Flag}
            actions={
              <>
                <Button aria-label={t('notice.showOf', { metric })} onPress={() => show(notice.dashboard)}>
                  {t('notice.show')}
                </Button>
                <Button
                  variant="quiet"
                  aria-label={t('notice.awayOf', { metric })}
                  onPress={() => dismissal.mutate({ communityId, goalId, period })}
                >
                  {t('notice.away')}
                </Button>
              </>
            }
          >
            {words.notice(notice, goal)}
          </Banner>
        );
      })}
      {further > 0 && (
        <p className="goals-further">
          <span>{t('notice.more', { count: further })}</span>
          <Button variant="quiet" onPress={() => onShow('goals')}>
            {t('notice.all')}
          </Button>
        </p>
      )}
      <FailureCallout error={dismissal.error} />
    </section>
  );
}

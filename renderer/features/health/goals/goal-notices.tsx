import { Flag } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DashboardId } from '../../../../shared/domain/health/pillar.ts';
import { isolateText } from '../../../../shared/domain/isolate-text.ts';
import { useCommunities } from '../../../app/communities/use-communities.ts';
import { useReadNotices, useUnreadNotices } from '../../../app/communities/use-unread-notices.ts';
import { FailureCallout } from '../../../app/failure-words.tsx';
import { navigate } from '../../../app/navigation.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { useFormat } from '../../../ui/format/use-format.ts';
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
  const { data, isFetching } = useGoals(communityId).query;
  useReadNotices(communityId, data !== undefined && !isFetching);
  if (!data || data.notices.length === 0) return <Elsewhere communityId={communityId} />;
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
      <Elsewhere communityId={communityId} />
      <FailureCallout error={dismissal.error} />
    </section>
  );
}

/** The mark on the navigation stays for a community that is not on the screen: this says for which. */
function Elsewhere({ communityId }: { communityId: number }) {
  const { t } = useTranslation('goals');
  const format = useFormat();
  const unread = useUnreadNotices();
  const names = (useCommunities().data ?? [])
    .filter(({ id }) => id !== communityId && unread.includes(id))
    .map(({ name }) => isolateText(name));
  if (names.length === 0) return null;
  return (
    <p className="goals-further" role="status">
      {t('notice.elsewhere', { count: names.length, names: format.list(names) })}
    </p>
  );
}

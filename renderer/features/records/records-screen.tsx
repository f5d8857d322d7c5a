import { UsersRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { recordKindIds } from '../../../shared/domain/health/records.ts';
import { useChosenCommunity } from '../../app/communities/use-chosen-community.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { Page } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { KeepingPane } from './keeping-pane.tsx';
import { KindList, type RecordPlace } from './kind-list.tsx';
import { KindPane } from './kind-pane.tsx';
import { SpaceList } from './space-list.tsx';
import './records.css';

function placeOf(name: string | undefined): RecordPlace {
  if (name === 'spaces' || name === 'keeping') return name;
  return recordKindIds.find((kind) => kind === name) ?? 'route';
}

/** What coordinators write down or import, kind by kind, for one community at a time. */
export function RecordsScreen({ open }: { open: string | undefined }) {
  const { t } = useTranslation('records');
  const { communities, community, menu } = useChosenCommunity();
  const place = placeOf(open);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="full"
      actions={menu.options.length > 1 && <Select label={t('community')} {...menu} />}
    >
      {communities.isPending && <Skeleton rows={6} />}
      <FailureCallout error={communities.error} onRetry={() => void communities.refetch()} />
      {communities.data?.length === 0 && (
        <EmptyState icon={UsersRound} title={t('noCommunity.title')}>
          {t('noCommunity.words')}
        </EmptyState>
      )}
      {community && (
        <div className="records-layout">
          <KindList open={place} />
          {/* Another kind or community starts from an empty form and an empty search. */}
          {place === 'spaces' && <SpaceList key={community.id} communityId={community.id} />}
          {place === 'keeping' && <KeepingPane key={community.id} communityId={community.id} />}
          {place !== 'spaces' && place !== 'keeping' && (
            <KindPane key={`${community.id} ${place}`} communityId={community.id} kindId={place} />
          )}
        </div>
      )}
    </Page>
  );
}

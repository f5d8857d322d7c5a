import { ArrowLeft, UsersRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Community } from '../../../shared/domain/community.ts';
import { useChosenCommunity } from '../../app/communities/use-chosen-community.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { AboutSection } from './about-section.tsx';
import { EraseSection } from './erase-section.tsx';
import { LossCallout } from './loss-callout.tsx';
import { PersonSection } from './person-section.tsx';
import { useIdentityState } from './queries.ts';
import { QuestionsSection } from './questions-section.tsx';
import { RulesSection } from './rules-section.tsx';
import { SurveySection } from './survey-section.tsx';
import './identity.css';

/**
 * Where identity answers come in and go out again: questions, surveys, withdrawal, erasure. What people answered is nowhere
 * on it, nor how many did.
 */
export function IdentityScreen({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('identity');
  const { communities, community, menu } = useChosenCommunity();
  return (
    <Page
      title={t('screen.title')}
      lead={t('screen.lead')}
      actions={
        <Button icon={ArrowLeft} mirrorIcon onPress={onClose}>
          {t('screen.back')}
        </Button>
      }
    >
      {communities.isPending && <Skeleton rows={6} />}
      <FailureCallout error={communities.error} onRetry={() => void communities.refetch()} />
      {communities.data && !community && (
        <EmptyState icon={UsersRound} title={t('screen.noCommunity')}>
          {t('screen.noCommunityWords')}
        </EmptyState>
      )}
      {menu.options.length > 1 && <Select label={t('screen.community')} {...menu} />}
      {/* Another community starts with forms of its own: nothing typed for one may reach the other. */}
      {community && <CommunityIdentity key={community.id} community={community} />}
    </Page>
  );
}

function CommunityIdentity({ community }: { community: Community }) {
  const { t } = useTranslation('identity');
  const state = useIdentityState(community.id);
  if (state.isPending) return <Skeleton rows={6} />;
  if (!state.data) return <FailureCallout error={state.error} onRetry={() => void state.refetch()} />;
  const { loss, questions, askedNoted, minimumAge, threshold } = state.data;
  const shared = { communityId: community.id, minimumAge };
  if (!community.holdsPersonalData) {
    return (
      <EmptyState title={t('screen.publicCommunity')}>
        <p>{t('screen.publicCommunityWords')}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <AboutSection minimumAge={minimumAge} />
      {loss !== null && <LossCallout loss={loss} />}
      {loss === null && (
        <>
          <QuestionsSection {...shared} questions={questions} askedNoted={askedNoted} />
          <SurveySection {...shared} questions={questions} />
          {questions.length > 0 && <PersonSection communityId={community.id} />}
          <RulesSection {...shared} threshold={threshold} />
          <EraseSection />
        </>
      )}
    </>
  );
}

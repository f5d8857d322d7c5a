import { CircleCheck, CircleSlash, LogIn, type LucideIcon, ShieldX, Unplug } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Heading } from 'react-aria-components/Heading';
import { useTranslation } from 'react-i18next';
import type { Community, ConnectionState } from '../../../shared/domain/community.ts';
import { BackFillPart } from '../../app/communities/freshness/back-fill.tsx';
import { FreshnessTable } from '../../app/communities/freshness/freshness-table.tsx';
import { IntervalChoice } from '../../app/communities/freshness/interval-choice.tsx';
import { UnreadNotice } from '../../app/communities/freshness/unread-notice.tsx';
import { useFreshness } from '../../app/communities/freshness/use-freshness.ts';
import '../../app/communities/freshness/freshness.css';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { DisclosureMark } from '../../ui/disclosure-mark.tsx';
import { FormattedText } from '../../ui/formatted-text.tsx';
import { CapabilityList } from './capability-list.tsx';
import { CommunityFacts } from './community-facts.tsx';
import { CommunityMenu } from './community-menu.tsx';
import { CommunitySettings } from './community-settings.tsx';
import { RuleLanes } from './rule-lanes.tsx';

const looks: Readonly<Record<ConnectionState, { tone: Tone; icon: LucideIcon }>> = {
  connected: { tone: 'done', icon: CircleCheck },
  expired: { tone: 'waiting', icon: LogIn },
  forbidden: { tone: 'harm', icon: ShieldX },
  disconnected: { tone: 'plain', icon: Unplug },
};

/** One community: where it stands, what to do about it, and on request everything else. */
export function CommunityCard({ community, onSignInAgain }: { community: Community; onSignInAgain: () => void }) {
  const { t } = useTranslation('communities');
  const { connection, platform } = community;
  const freshness = useFreshness().data?.find((one) => one.communityId === community.id);
  const fromFiles = platform === 'import';
  const { tone, icon } = fromFiles ? { tone: 'plain' as const, icon: CircleSlash } : looks[connection];
  return (
    <li className="community-card">
      <div className="community-head">
        <h3 className="community-name">
          <FormattedText as="inline" text={community.name} />
        </h3>
        {platform !== 'mastodon' && <Badge>{t(`platform.${platform}`)}</Badge>}
        {!fromFiles && (
          <Badge tone={tone} icon={icon}>
            {t(`state.${connection}`)}
          </Badge>
        )}
        <span className="community-gap" />
        <CommunityMenu community={community} />
      </div>
      <CommunityFacts community={community} />
      {connection !== 'connected' && !fromFiles && (
        <Callout
          tone={tone}
          actions={
            platform !== 'practice' && (
              <Button icon={LogIn} mirrorIcon onPress={onSignInAgain}>
                {t('signInAgain')}
              </Button>
            )
          }
        >
          {t(`stateWords.${connection}`)}
        </Callout>
      )}
      {freshness && <UnreadNotice of={freshness} />}
      <Disclosure>
        <Heading level={4} className="community-more">
          <AriaButton slot="trigger" className="ui-disclosure">
            <DisclosureMark />
            {t('details')}
          </AriaButton>
        </Heading>
        <DisclosurePanel>
          <div className="community-details">
            {!fromFiles && <CapabilityList capabilities={community.capabilities} onSignInAgain={onSignInAgain} />}
            {!fromFiles && <RuleLanes communityId={community.id} />}
            <div className="community-settings">
              <CommunitySettings community={community} />
              {freshness && <IntervalChoice of={freshness} />}
            </div>
          </div>
          {freshness && (
            <div className="freshness">
              <FreshnessTable of={freshness} />
              <BackFillPart of={freshness} />
            </div>
          )}
        </DisclosurePanel>
      </Disclosure>
    </li>
  );
}

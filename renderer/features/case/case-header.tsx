import { CircleAlert, CircleHelp, EllipsisVertical, Hand, Hourglass, Lock } from 'lucide-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../shared/ipc/topics/case.ts';
import { useCommandKeys } from '../../app/commands/command-keys.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { useFormat } from '../../ui/format/use-format.ts';
import { FormattedText } from '../../ui/formatted-text.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useClaimWords } from './claim-words.ts';
import { Moment } from './moment.tsx';
import { WhyHere } from './why-here.tsx';

const accountStates = [
  'active',
  'silenced',
  'limited',
  'disabled',
  'frozen',
  'suspended',
  'sensitized',
  'sensitive',
  'pending',
  'gone',
  'unknown',
] as const;

export interface CaseHeaderProps {
  view: CaseView;
  headingRef: Ref<HTMLHeadingElement>;
  whyOpen: boolean;
  onWhy: () => void;
  onClaim: () => void;
  onRelease: () => void;
  onCorrectCategory: () => void;
  onLegalHold: (hold: boolean) => void;
  onReopen: () => void;
  onConflicts: () => void;
}

/** Whose case, why, where it stands and who holds it. */
export function CaseHeader(props: CaseHeaderProps) {
  const { view, headingRef, whyOpen, onWhy, onClaim, onRelease } = props;
  const { t } = useTranslation('case');
  const format = useFormat();
  const claimWords = useClaimWords();
  const claimKeys = useCommandKeys('case.claim');
  const whyKeys = useCommandKeys('case.why');
  const { member, claim } = view;
  const accountState = accountStates.find((known) => known === member.accountState);
  const canClaim = claim === null && view.state !== 'decided' && view.state !== 'void' && view.state !== 'archived';
  const canReopen = view.state === 'decided' || view.state === 'void' || view.state === 'archived';
  return (
    <header className="case-header">
      <div className="case-header-line">
        <h2 ref={headingRef} tabIndex={-1} className="case-heading">
          <bdi className="case-name">{view.name}</bdi> <FormattedText as="inline" text={member.name || member.handle} />
        </h2>
        <div className="case-header-actions">
          {canClaim && (
            <Button icon={Hand} keys={claimKeys} onPress={onClaim}>
              {t('claim.claim')}
            </Button>
          )}
          {claim?.mine && <Button onPress={onRelease}>{t('claim.release')}</Button>}
          <Menu
            label={t('header.more')}
            entries={[
              { id: 'category', label: t('header.correctCategory'), onAction: props.onCorrectCategory },
              {
                id: 'hold',
                label: t(view.legalHold ? 'header.endHold' : 'header.setHold'),
                onAction: () => props.onLegalHold(!view.legalHold),
              },
              ...(canReopen ? [{ id: 'reopen', label: t('header.reopen'), onAction: props.onReopen }] : []),
            ]}
          >
            <IconButton label={t('header.more')} icon={EllipsisVertical} />
          </Menu>
        </div>
      </div>
      <p className="case-header-facts">
        <bdi className="case-handle" dir="ltr">
          {member.handle}
        </bdi>
        <span>{t('header.in', { community: view.communityName })}</span>
      </p>
      <div className="case-badges">
        <Badge tone={view.category === 'crisis' || view.category === 'outing' ? 'care' : 'plain'}>
          {t(`categoryLong.${view.category}`)}
        </Badge>
        <Badge tone={view.state === 'decided' ? 'done' : 'plain'}>{t(`state.${view.state}`)}</Badge>
        {member.isStaff && <Badge>{t('header.staff')}</Badge>}
        {member.isBot && <Badge>{t('header.bot')}</Badge>}
        {accountState && accountState !== 'active' && accountState !== 'unknown' && (
          <Badge tone="waiting">{t(`header.accountState.${accountState}`)}</Badge>
        )}
        {view.legalHold && (
          <Badge tone="waiting" icon={Lock}>
            {t('header.hold')}
          </Badge>
        )}
        {view.waitingUntil !== null && (
          <Badge tone="waiting" icon={Hourglass}>
            {t('header.waiting', { date: format.day(view.waitingUntil) })}
          </Badge>
        )}
      </div>
      <div className="case-header-foot">
        <span className="case-quiet">
          {claimWords(view)} · <Moment at={view.openedAt} say={(time) => t('header.opened', { time })} />
        </span>
        <Button
          variant="quiet"
          className="case-small-button"
          icon={CircleHelp}
          keys={whyKeys}
          aria-expanded={whyOpen}
          onPress={onWhy}
        >
          {t('why.button')}
        </Button>
      </div>
      {whyOpen && <WhyHere priority={view.priority} reasons={view.priorityReasons} />}
      {view.hasConflict && (
        <Callout
          tone="harm"
          icon={CircleAlert}
          actions={<Button onPress={props.onConflicts}>{t('header.settleConflict')}</Button>}
        >
          {t('header.conflict')}
        </Callout>
      )}
    </header>
  );
}

import { Check, KeyRound, LogIn, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Ability, type Absence, abilities, type Capabilities } from '../../../shared/domain/community.ts';
import { offersAbility } from '../../../shared/domain/offers-ability.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { RightNames } from './right-names.tsx';

interface CapabilityListProps {
  capabilities: Capabilities | null;
  onSignInAgain: () => void;
}

/** What this server, in this version, for this account, can do, and why it can't do the rest: found out, never assumed. */
export function CapabilityList({ capabilities, onSignInAgain }: CapabilityListProps) {
  const { t } = useTranslation('communities');
  return (
    <section className="capabilities">
      <h5>{t('capabilities.title')}</h5>
      {capabilities === null ? (
        <p className="ui-description">{t('capabilities.unknown')}</p>
      ) : (
        <>
          <MissingRights names={capabilities.missingRights ?? []} onSignInAgain={onSignInAgain} />
          <Offered capabilities={capabilities} />
          <NotOffered capabilities={capabilities} />
        </>
      )}
    </section>
  );
}

function Offered({ capabilities }: { capabilities: Capabilities }) {
  const { t } = useTranslation('communities');
  const offered = abilities.filter((ability) => offersAbility(capabilities, ability));
  const finals: readonly string[] = capabilities.irreversible;
  return (
    <ul className="capability-list" aria-label={t('capabilities.offered')}>
      {capabilities.reports && <Item isOffered>{t('ability.reports')}</Item>}
      {offered.map((ability) => (
        <Item key={ability} isOffered>
          {t(`ability.${ability}`)}
          {finals.includes(ability) && <span className="ui-description"> {t('capabilities.irreversible')}</span>}
        </Item>
      ))}
    </ul>
  );
}

function NotOffered({ capabilities }: { capabilities: Capabilities }) {
  const lacking = abilities.filter((ability) => !offersAbility(capabilities, ability));
  const groups = new Map<string, { reason: Reason; lacking: Ability[] }>();
  for (const ability of lacking) {
    // Capabilities that an earlier Hearth wrote down say nothing of why.
    const { why = 'unknown', rights = [] } = capabilities.absences?.find((one) => one.ability === ability) ?? {};
    const key = [why, ...rights].join(' ');
    const group = groups.get(key) ?? { reason: { why, rights }, lacking: [] };
    group.lacking.push(ability);
    groups.set(key, group);
  }
  return [...groups].map(([key, group]) => <Absent key={key} abilities={group.lacking} reason={group.reason} />);
}

interface Reason {
  readonly why: Absence['why'] | 'unknown';
  readonly rights: readonly string[];
}

/** Abilities that are missing for one reason. */
function Absent({ abilities: group, reason }: { abilities: readonly Ability[]; reason: Reason }) {
  const { t } = useTranslation('communities');
  const words = t(`absence.${reason.why}`);
  return (
    <div className="capability-absences">
      <div className="capability-reason">
        <p className="ui-description">{words}</p>
        <RightNames names={reason.rights} />
      </div>
      <ul className="capability-list" aria-label={`${t('capabilities.notOffered')}. ${words}`}>
        {group.map((ability) => (
          <Item key={ability} isOffered={false}>
            {t(`ability.${ability}`)}
          </Item>
        ))}
      </ul>
    </div>
  );
}

/** What to do about it stands beside what it is about, and the names are the ones to look for on the server. */
function MissingRights({ names, onSignInAgain }: { names: readonly string[]; onSignInAgain: () => void }) {
  const { t } = useTranslation('communities');
  if (names.length === 0) return null;
  return (
    <Callout
      icon={KeyRound}
      title={t('missingRights.title')}
      actions={
        <Button icon={LogIn} mirrorIcon onPress={onSignInAgain}>
          {t('signInAgain')}
        </Button>
      }
    >
      <div className="missing-rights">
        <RightNames names={names} />
        <p>{t('missingRights.words')}</p>
      </div>
    </Callout>
  );
}

function Item({ isOffered, children }: { isOffered: boolean; children: ReactNode }) {
  const Icon = isOffered ? Check : Minus;
  return (
    <li data-offered={isOffered || undefined}>
      <Icon className="ui-icon" aria-hidden />
      <div className="capability-words">{children}</div>
    </li>
  );
}

import { Check, LogIn, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Ability,
  type Absence,
  abilities,
  absenceReasons,
  type Capabilities,
} from '../../../shared/domain/community.ts';
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
  const { t } = useTranslation('communities');
  const lacking = abilities.filter((ability) => !offersAbility(capabilities, ability));
  if (lacking.length === 0) return null;
  const absenceOf = (ability: Ability): Absence | undefined =>
    capabilities.absences?.find((absence) => absence.ability === ability);
  // Capabilities that an earlier Hearth wrote down say nothing of why.
  const groups = [...absenceReasons, 'unknown' as const].map((why) => ({
    why,
    group: lacking.filter((ability) => (absenceOf(ability)?.why ?? 'unknown') === why),
  }));
  return groups
    .filter(({ group }) => group.length > 0)
    .map(({ why, group }) => (
      <div key={why} className="capability-absences">
        <p className="ui-description">{t(`absence.${why}`)}</p>
        <ul className="capability-list" aria-label={`${t('capabilities.notOffered')}: ${t(`absence.${why}`)}`}>
          {group.map((ability) => (
            <Item key={ability} isOffered={false}>
              {t(`ability.${ability}`)}
              <RightNames names={absenceOf(ability)?.rights ?? []} />
            </Item>
          ))}
        </ul>
      </div>
    ));
}

/** What to do about it stands beside what it is about, and the names are the ones to look for on the server. */
function MissingRights({ names, onSignInAgain }: { names: readonly string[]; onSignInAgain: () => void }) {
  const { t } = useTranslation('communities');
  if (names.length === 0) return null;
  return (
    <Callout
      tone="waiting"
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

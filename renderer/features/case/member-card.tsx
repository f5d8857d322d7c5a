import { useTranslation } from 'react-i18next';
import { caseName, type Id } from '../../../shared/domain/ids.ts';
import type { CaseMember } from '../../../shared/ipc/topics/case.ts';
import { Button } from '../../ui/button.tsx';
import { useFormat } from '../../ui/format/use-format.ts';
import { CoveredText } from './covered-text.tsx';
import { Moment } from './moment.tsx';

const knownCounts = ['posts', 'statuses', 'followers', 'following', 'strikes', 'reports'] as const;

/** Plain counts and the earlier decisions about this person, oldest facts and newest alike, never a score. */
export function MemberCard({ member, onOpenCase }: { member: CaseMember; onOpenCase: (caseId: number) => void }) {
  const { t } = useTranslation('case');
  const format = useFormat();
  const about = t('member.reportsAbout', { count: member.reportsAbout });
  const upheld = t('member.upheld', { count: member.reportsAboutUpheld });
  const counts = knownCounts.filter((key) => member.counts[key] !== undefined);
  return (
    <section className="case-section" aria-labelledby="case-member">
      <h3 id="case-member">{t('member.title')}</h3>
      <dl className="case-counts">
        <div>
          <dt>
            {member.joinedAt === null
              ? t('member.joinedUnknown')
              : t('member.joined', { date: format.day(member.joinedAt) })}
          </dt>
        </div>
        <div>
          <dt>{member.reportsAbout > 0 ? t('member.aboutAndUpheld', { about, upheld }) : about}</dt>
        </div>
      </dl>
      {counts.length > 0 && (
        <dl className="case-counts ui-figures">
          {counts.map((key) => (
            <div key={key}>
              <dt>{t(`member.count.${key}`)}</dt>
              <dd>{format.number(member.counts[key] ?? 0)}</dd>
            </div>
          ))}
          {member.countsReadAt !== null && (
            <div className="case-quiet">
              <dt>{t('member.countsOn', { date: format.day(member.countsReadAt) })}</dt>
            </div>
          )}
        </dl>
      )}
      {member.profileText.trim() !== '' && (
        <div className="case-stack">
          <h4>{t('member.profile')}</h4>
          <CoveredText id="profile" text={member.profileText} language={null} quiet />
        </div>
      )}
      <div className="case-stack">
        <h4>{t('member.earlier')}</h4>
        {member.earlier.length === 0 ? (
          <p className="case-quiet">{t('member.noEarlier')}</p>
        ) : (
          <ol className="case-earlier">
            {member.earlier.map((earlier) => {
              const name = caseName(earlier.caseId as Id<'case'>);
              return (
                <li key={earlier.caseId} className="case-earlier-line">
                  <Button
                    variant="quiet"
                    className="case-small-button"
                    aria-label={t('member.openEarlier', { name })}
                    onPress={() => onOpenCase(earlier.caseId)}
                  >
                    <bdi>{name}</bdi>
                  </Button>
                  <span>{t(`category.${earlier.category}`)}</span>
                  <span className="case-quiet">
                    {earlier.finding === null ? t('member.earlierOpen') : t(`finding.${earlier.finding}`)}
                    {earlier.personEffect !== null &&
                      earlier.personEffect !== 'none' &&
                      ` · ${t(`effect.${earlier.personEffect}`)}`}
                  </span>
                  <span className="case-quiet case-end">
                    <Moment at={earlier.decidedAt ?? earlier.openedAt} say={(time) => time} />
                  </span>
                </li>
              );
            })}
          </ol>
        )}
      </div>
    </section>
  );
}

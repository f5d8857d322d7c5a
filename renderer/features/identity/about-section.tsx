import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/page.tsx';

const points = ['use', 'seen', 'kept', 'leave', 'place', 'never'] as const;

/** What the answers are for, who sees them, how long they are kept and how to leave: said before anything is asked. */
export function AboutSection({ minimumAge }: { minimumAge: number }) {
  const { t } = useTranslation('identity');
  return (
    <Section title={t('about.title')}>
      <dl className="identity-about">
        {points.map((point) => (
          <div key={point} className="identity-point">
            <dt>{t(`about.${point}`)}</dt>
            <dd>{t(`about.${point}Words`, { age: minimumAge })}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/api.ts';
import { Section } from '../../ui/page.tsx';

const promises = ['local', 'send', 'groups', 'numbers', 'evidence'] as const;

/** The version, and what Hearth promises about people's data. */
export function AboutPart() {
  const { t } = useTranslation(['settings', 'app']);
  const info = useQuery({ queryKey: ['app', 'info'], queryFn: () => call('app.info', null) }).data;
  return (
    <div className="settings-part settings-sections">
      <Section title={t('about.promises')}>
        <ul className="settings-promises">
          {promises.map((promise) => (
            <li key={promise}>
              <ShieldCheck className="ui-icon" aria-hidden />
              <p>{t(`about.promise.${promise}`)}</p>
            </li>
          ))}
        </ul>
      </Section>
      {info && (
        <Section title={t('app:name')}>
          <p>{t('about.version', { version: info.version })}</p>
          <p className="ui-description">
            {t('about.parts', { electron: info.electron, chromium: info.chromium, sqlite: info.sqlite })}
          </p>
        </Section>
      )}
    </div>
  );
}

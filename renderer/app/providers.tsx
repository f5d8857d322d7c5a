import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import type { Language } from '../../shared/strings/languages.ts';
import { localeFor, speak } from './locale.ts';
import { applyLooks } from './looks.ts';
import { followChanges, queryClient } from './query-client.ts';
import { storeLooks } from './settings/stored-looks.ts';
import { SettingsContext, useSettingsSource } from './settings/use-setting.ts';
import { changeLanguage } from './translator.ts';

/** Queries, settings and language around everything. `spoken` is the language the translator was started in. */
export function Providers({ spoken, children }: { spoken: Language; children: ReactNode }) {
  useEffect(() => followChanges(queryClient), []);
  return (
    <QueryClientProvider client={queryClient}>
      <SettingsAndLanguage spoken={spoken}>{children}</SettingsAndLanguage>
    </QueryClientProvider>
  );
}

function SettingsAndLanguage({ spoken, children }: { spoken: Language; children: ReactNode }) {
  const access = useSettingsSource();
  const wanted = speak(access.values.language, navigator.languages);
  const locale = localeFor(wanted, navigator.languages, access.values.numerals);
  const [shown, setShown] = useState({ language: spoken, locale });

  useEffect(() => {
    let current = true;
    void changeLanguage(wanted, locale).then(() => {
      if (current) setShown({ language: wanted, locale });
    });
    return () => {
      current = false;
    };
  }, [wanted, locale]);

  // Words, direction and digits change in the same frame.
  useLayoutEffect(() => {
    applyLooks(document.documentElement, access.values, shown.language);
    storeLooks(access.values);
  }, [access.values, shown.language]);

  return (
    <SettingsContext value={access}>
      <I18nProvider locale={shown.locale}>{children}</I18nProvider>
    </SettingsContext>
  );
}

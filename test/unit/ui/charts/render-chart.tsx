import { createInstance } from 'i18next';
import type { ReactElement } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { addLanguage, translatorOptions } from '../../../../shared/strings/create-translator.ts';

/** Draws a component to markup, in a language, without a window. */
export async function markupOf(element: ReactElement, language: 'en' | 'ar' = 'en'): Promise<string> {
  const translator = createInstance();
  await translator.use(initReactI18next).init({ ...translatorOptions, lng: language, resources: {} });
  await addLanguage(translator, language);
  return renderToStaticMarkup(
    <I18nextProvider i18n={translator}>
      <I18nProvider locale={language === 'ar' ? 'ar-EG' : 'en-GB'}>{element}</I18nProvider>
    </I18nextProvider>,
  );
}

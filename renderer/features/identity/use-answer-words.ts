import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type IdentityAnswer,
  type TemplateCode,
  templateCodes,
} from '../../../shared/domain/health/identity-questions.ts';
import { inLanguage } from '../../../shared/domain/health/in-language.ts';

/** The words of an answer in the language of the interface: the community's own, or those of the template. */
export function useAnswerWords(): (answer: IdentityAnswer) => string {
  const { t, i18n } = useTranslation('identity');
  return useCallback(
    ({ code, labels }) => {
      const own = labels[i18n.language];
      if (own) return own;
      const isTemplate = (templateCodes as readonly string[]).includes(code);
      return isTemplate ? t(`answers.${code as TemplateCode}`) : inLanguage(labels, i18n.language) || code;
    },
    [t, i18n.language],
  );
}

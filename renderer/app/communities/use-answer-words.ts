import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type IdentityAnswer, isTemplateCode } from '../../../shared/domain/health/identity-questions.ts';
import { inLanguage } from '../../../shared/domain/health/in-language.ts';

/** The words of an answer in the language of the interface: the community's own, or those of the template. */
export function useAnswerWords(): (answer: IdentityAnswer) => string {
  const { t, i18n } = useTranslation('identity');
  return useCallback(
    ({ code, labels }) => {
      const own = labels[i18n.language];
      if (own) return own;
      return isTemplateCode(code) ? t(`answers.${code}`) : inLanguage(labels, i18n.language) || code;
    },
    [t, i18n.language],
  );
}

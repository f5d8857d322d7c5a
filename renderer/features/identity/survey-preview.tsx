import { useTranslation } from 'react-i18next';
import type { IdentityQuestion } from '../../../shared/domain/health/identity-questions.ts';
import { inLanguage } from '../../../shared/domain/health/in-language.ts';
import type { IdentityPreview } from '../../../shared/ipc/topics/identity.ts';
import { Callout } from '../../ui/callout.tsx';
import { useFormat } from '../../ui/format/use-format.ts';
import { RefusedLines } from './refused-lines.tsx';

/** How many lines would be taken, and why others would not. Lines of a file, never people, and never what stands in them. */
export function SurveyPreview({
  preview,
  questions,
}: {
  preview: IdentityPreview;
  questions: readonly IdentityQuestion[];
}) {
  const { t, i18n } = useTranslation('identity');
  const format = useFormat();
  const wordingOf = (key: string) =>
    inLanguage(questions.find((one) => one.key === key)?.wording ?? {}, i18n.language) || key;
  return (
    <div className="identity-preview">
      <h3>{t('preview.title')}</h3>
      <p className="ui-description">{t('preview.lead')}</p>
      <p>{t('preview.accepted', { count: preview.accepted })}</p>
      <RefusedLines refused={preview.refused} />
      {preview.unknownWords
        .filter(({ words }) => words.length > 0)
        .map(({ question, words }) => (
          <Callout key={question} tone="waiting">
            {t('preview.unknownWords', { question: wordingOf(question), words: format.list(words) })}
          </Callout>
        ))}
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { splitActingCharacters } from '../../shared/domain/isolate-text.ts';
import { classNames } from './class-names.ts';
import './formatted-text.css';

export interface FormattedTextProps {
  /** Text written by somebody else. Shown as it is, never interpreted. */
  text: string;
  /** Language of the text, where known: picks fonts, hyphenation and the screen reader's voice. */
  language?: string | undefined;
  /** block: paragraphs with their line breaks · inline: a name or a short value inside our own words. */
  as?: 'block' | 'inline' | undefined;
  className?: string | undefined;
}

/**
 * Other people's text in its own direction, isolated from the interface. Characters that would reorder, hide or control
 * are shown as small signs with their code instead of acting.
 */
export function FormattedText({ text, language, as = 'block', className }: FormattedTextProps) {
  const { t } = useTranslation('app');
  const pieces = splitActingCharacters(text).map((piece, index) =>
    piece.kind === 'text' ? (
      piece.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one immutable text never move
      <span key={index} className="ui-acting-character" title={t('ui.actingCharacter', { codePoint: piece.codePoint })}>
        {piece.codePoint}
      </span>
    ),
  );
  if (as === 'inline') {
    return (
      <bdi className={className} lang={language}>
        {pieces}
      </bdi>
    );
  }
  return (
    <div className={classNames('ui-foreign-text', className)} dir="auto" lang={language}>
      {pieces}
    </div>
  );
}

import { Eye, EyeOff } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { FormattedText } from '../../ui/formatted-text.tsx';
import { countWords } from './count-words.ts';
import { useCovers } from './cover-context.tsx';
import './covered-text.css';

/** Longer texts begin folded: about twelve lines of reading text. */
const longText = 900;

export interface CoveredTextProps {
  /** Names this piece within the case. */
  id: string;
  text: string;
  language: string | null;
  /** Small text beside the main one: thread, profile. */
  quiet?: boolean | undefined;
}

/** Somebody else's text: covered until it is uncovered on purpose, folded while long, in its own direction. */
export function CoveredText({ id, text, language, quiet }: CoveredTextProps) {
  const { t } = useTranslation('case');
  const { covering, isOpen, step } = useCovers();
  const [unfolded, setUnfolded] = useState(false);
  const words = useMemo(() => countWords(text, language), [text, language]);
  const open = isOpen(id);
  const long = open && text.length > longText;
  return (
    // One button stays in place through covering and uncovering, so that focus is never lost.
    <div className={classNames('case-piece', open ? 'case-text' : 'case-cover', quiet && 'case-piece-quiet')}>
      {open ? (
        <div className={classNames(long && !unfolded && 'case-text-folded')}>
          <FormattedText
            text={text}
            language={language ?? undefined}
            className={quiet ? 'case-text-quiet' : 'ui-reading'}
          />
        </div>
      ) : (
        <span className="case-cover-words">
          <EyeOff className="ui-icon" aria-hidden />
          <span>{t('cover.text')}</span>
          <span className="case-cover-count">{t('cover.words', { count: words })}</span>
        </span>
      )}
      <div className="case-text-actions">
        {covering && (
          <Button
            variant={open ? 'quiet' : 'secondary'}
            icon={open ? EyeOff : Eye}
            onPress={() => step({ type: 'toggle', id })}
          >
            {t(open ? 'cover.cover' : 'cover.show')}
          </Button>
        )}
        {long && (
          <Button variant="quiet" onPress={() => setUnfolded(!unfolded)}>
            {t(unfolded ? 'cover.collapse' : 'cover.expand')}
          </Button>
        )}
      </div>
    </div>
  );
}

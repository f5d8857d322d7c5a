import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IdentityAnswer } from '../../../shared/domain/health/identity-questions.ts';
import { plainLanguage } from '../../../shared/domain/health/in-language.ts';
import { useAnswerWords } from '../../app/communities/use-answer-words.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { newAnswer } from './question-draft.ts';

interface QuestionAnswersProps {
  answers: readonly IdentityAnswer[];
  onChange: (answers: readonly IdentityAnswer[]) => void;
}

/** The answers that can be chosen, with the other spellings that files use. */
export function QuestionAnswers({ answers, onChange }: QuestionAnswersProps) {
  const { t, i18n } = useTranslation('identity');
  const wordsOf = useAnswerWords();
  const [words, setWords] = useState('');
  const add = (): void => {
    if (words.trim() === '') return;
    onChange([...answers, newAnswer(words.trim(), plainLanguage(i18n.language), answers)]);
    setWords('');
  };
  return (
    <fieldset className="identity-offered">
      <legend className="ui-label">{t('form.answers')}</legend>
      <p className="ui-description">
        {t('form.always')} {answers.length > 0 && t('form.writtenWords')}
      </p>
      {answers.map((answer) => (
        <div key={answer.code} className="identity-offer">
          <span className="identity-offer-words" dir="auto">
            {wordsOf(answer)}
          </span>
          <Spellings
            label={`${t('form.written')}: ${wordsOf(answer)}`}
            placeholder={t('form.written')}
            written={answer.written}
            onChange={(written) => onChange(answers.map((one) => (one === answer ? { ...one, written } : one)))}
          />
          <IconButton
            label={t('form.remove', { answer: wordsOf(answer) })}
            icon={Trash2}
            onPress={() => onChange(answers.filter((one) => one !== answer))}
          />
        </div>
      ))}
      <div className="identity-offer">
        <TextField
          className="identity-offer-new"
          label={t('form.newAnswer')}
          value={words}
          onChange={setWords}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // Enter adds the answer; the whole question is not finished by it.
            event.preventDefault();
            add();
          }}
        />
        <Button isDisabled={words.trim() === ''} onPress={add}>
          {t('form.addAnswer')}
        </Button>
      </div>
    </fieldset>
  );
}

interface SpellingsProps {
  label: string;
  placeholder: string;
  written: readonly string[];
  onChange: (written: readonly string[]) => void;
}

/** Keeps the text as it is typed: cutting it at every semicolon would take the semicolon away. */
function Spellings({ label, placeholder, written, onChange }: SpellingsProps) {
  const [text, setText] = useState(written.join('; '));
  const change = (typed: string): void => {
    setText(typed);
    const words = typed.split(/[;؛]/).map((word) => word.trim());
    onChange(words.filter((word) => word !== ''));
  };
  return (
    <TextField
      className="identity-offer-spellings"
      label={label}
      hideLabel
      placeholder={placeholder}
      value={text}
      onChange={change}
    />
  );
}

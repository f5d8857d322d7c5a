import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IdentityQuestion, IdentityQuestionDraft } from '../../../shared/domain/health/identity-questions.ts';
import { inLanguage } from '../../../shared/domain/health/in-language.ts';
import { useAnswerWords } from '../../app/communities/use-answer-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { FormActions } from '../../ui/form.tsx';
import { notify } from '../../ui/notices.tsx';
import { Section } from '../../ui/page.tsx';
import { AskedForm } from './asked-form.tsx';
import { draftFrom, draftOf } from './question-draft.ts';
import { QuestionForm } from './question-form.tsx';

interface QuestionsSectionProps {
  communityId: number;
  minimumAge: number;
  questions: readonly IdentityQuestion[];
  /** Keys of questions of which somebody noted how many were asked. */
  askedNoted: readonly string[];
}

/** The questions of a community, and the form for one more. */
export function QuestionsSection({ communityId, minimumAge, questions, askedNoted }: QuestionsSectionProps) {
  const { t } = useTranslation('identity');
  const [draft, setDraft] = useState<IdentityQuestionDraft | null>(null);
  const taken = questions.map(({ key }) => key);
  return (
    <Section title={t('questions.title')} lead={t('questions.lead')}>
      {questions.length === 0 && draft === null && <p className="ui-description">{t('questions.none')}</p>}
      <ul className="identity-questions">
        {questions.map((question) =>
          draft?.key === question.key ? null : (
            <QuestionRow
              key={question.key}
              communityId={communityId}
              question={question}
              isAskedNoted={askedNoted.includes(question.key)}
              onEdit={() => setDraft(draftFrom(question))}
            />
          ),
        )}
      </ul>
      {draft === null ? (
        <FormActions>
          <Button
            variant={questions.length === 0 ? 'primary' : 'secondary'}
            icon={Plus}
            onPress={() => setDraft(draftOf('gender', taken))}
          >
            {t('questions.add')}
          </Button>
        </FormActions>
      ) : (
        <QuestionForm
          communityId={communityId}
          minimumAge={minimumAge}
          taken={taken}
          draft={draft}
          onChange={setDraft}
          onCancel={() => setDraft(null)}
          onSaved={() => {
            setDraft(null);
            notify(t('form.saved'));
          }}
        />
      )}
    </Section>
  );
}

function QuestionRow({
  communityId,
  question,
  isAskedNoted,
  onEdit,
}: {
  communityId: number;
  question: IdentityQuestion;
  isAskedNoted: boolean;
  onEdit: () => void;
}) {
  const { t, i18n } = useTranslation('identity');
  const [asks, setAsks] = useState(false);
  const wordsOf = useAnswerWords();
  const wording = inLanguage(question.wording, i18n.language);
  return (
    <li className="identity-question">
      <div className="identity-question-words">
        <h3 dir="auto">{wording}</h3>
        <p className="ui-description">{t('questions.purpose', { purpose: question.purpose })}</p>
        {question.answers.length > 0 && (
          <ul className="identity-answers" aria-label={t('form.answers')}>
            {question.answers.map((answer) => (
              <li key={answer.code} dir="auto">
                {wordsOf(answer)}
              </li>
            ))}
          </ul>
        )}
        <div className="identity-badges">
          <Badge>{t('questions.version', { version: question.version })}</Badge>
          <Badge>{t(question.several ? 'questions.several' : 'questions.single')}</Badge>
          {question.freeTerm && <Badge>{t('questions.ownWords')}</Badge>}
          {isAskedNoted && <Badge>{t('questions.askedNoted')}</Badge>}
        </div>
        {asks && (
          <AskedForm
            communityId={communityId}
            question={question.key}
            isNoted={isAskedNoted}
            onEnd={() => setAsks(false)}
          />
        )}
      </div>
      <div className="identity-question-ways">
        {!asks && (
          <Button variant="quiet" onPress={() => setAsks(true)} aria-label={`${t('questions.asked')}: ${wording}`}>
            {t('questions.asked')}
          </Button>
        )}
        <Button variant="quiet" onPress={onEdit} aria-label={`${t('questions.edit')}: ${wording}`}>
          {t('questions.edit')}
        </Button>
      </div>
    </li>
  );
}

import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColleagueNote } from '../../../shared/ipc/topics/case-report.ts';
import { FormattedText } from '../../ui/formatted-text.tsx';
import { CoveredText } from './covered-text.tsx';
import { Moment } from './moment.tsx';

/** What colleagues wrote about a report on its platform, oldest first; covered as the reporter's words are. */
export function ColleagueNotes({ notes, community }: { notes: readonly ColleagueNote[]; community: string }) {
  const { t } = useTranslation('case');
  const heading = useId();
  if (notes.length === 0) return null;
  return (
    <section className="case-colleague-notes" aria-labelledby={heading}>
      <h4 id={heading}>{t('reports.colleagueNotes', { community })}</h4>
      <ol className="case-stack">
        {notes.map((note) => (
          <li key={note.noteId} className="case-note">
            <p className="case-byline">
              {note.author === null ? (
                <span className="case-byline-name">{t('reports.colleagueUnnamed')}</span>
              ) : (
                <FormattedText as="inline" className="case-byline-name" text={note.author} />
              )}
              {note.writtenAt !== null && (
                <span className="case-quiet">
                  <Moment at={note.writtenAt} say={(time) => time} />
                </span>
              )}
            </p>
            <CoveredText id={`report-note-${note.noteId}`} text={note.body} language={null} quiet />
          </li>
        ))}
      </ol>
    </section>
  );
}

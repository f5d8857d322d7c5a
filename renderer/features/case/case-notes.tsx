import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseNote } from '../../../shared/ipc/topics/case.ts';
import { Badge } from '../../ui/badge.tsx';
import { FormattedText } from '../../ui/formatted-text.tsx';
import { Moment } from './moment.tsx';
import { NoteForm, type NoteFormProps } from './note-form.tsx';
import { NoteSendingActions, NoteSendingBadge } from './note-sending.tsx';

export interface CaseNotesProps extends NoteFormProps {
  notes: readonly CaseNote[];
  community: string;
  /** Nothing more is to be sent of the note with that number. */
  onKeepHere: (noteId: number) => void;
  onSendAgain: (noteId: number) => void;
}

function NoteLine({
  note,
  community,
  onKeep,
  onSend,
}: {
  note: CaseNote;
  community: string;
  onKeep: () => void;
  onSend: () => void;
}) {
  const { t } = useTranslation('case');
  const line = useRef<HTMLLIElement>(null);
  // What is done about a note takes its buttons away: focus stays with the note.
  const then = (act: () => void) => () => {
    line.current?.focus();
    act();
  };
  return (
    <li ref={line} className="case-note" tabIndex={-1}>
      <p className="case-byline">
        <FormattedText as="inline" className="case-byline-name" text={note.author} />
        <span className="case-quiet">
          <Moment at={note.createdAt} say={(time) => time} />
        </span>
        {note.kind !== 'note' && <Badge>{t(`notes.kind.${note.kind}`)}</Badge>}
        {note.about === 'member' && <Badge>{t('notes.onMember')}</Badge>}
        {note.audience === 'me' && <Badge>{t('notes.audience.me')}</Badge>}
        {note.sending && <NoteSendingBadge sending={note.sending} community={community} />}
      </p>
      <FormattedText text={note.body} className="case-text-quiet" />
      {note.sending && (
        <NoteSendingActions sending={note.sending} community={community} onKeep={then(onKeep)} onSend={then(onSend)} />
      )}
    </li>
  );
}

/** Notes on this case, oldest first, and a place to add one. A note is never changed afterwards. */
export function CaseNotes({ notes, community, onKeepHere, onSendAgain, ...form }: CaseNotesProps) {
  const { t } = useTranslation('case');
  return (
    <section className="case-section" aria-labelledby="case-notes">
      <h3 id="case-notes">{t('notes.title')}</h3>
      {notes.length === 0 && <p className="case-quiet">{t('notes.none')}</p>}
      <ol className="case-stack">
        {notes.map((note) => (
          <NoteLine
            key={note.noteId}
            note={note}
            community={community}
            onKeep={() => onKeepHere(note.noteId)}
            onSend={() => onSendAgain(note.noteId)}
          />
        ))}
      </ol>
      <NoteForm {...form} />
    </section>
  );
}

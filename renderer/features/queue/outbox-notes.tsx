import { useTranslation } from 'react-i18next';
import { caseName, type Id } from '../../../shared/domain/ids.ts';
import type { OutboxNote } from '../../../shared/ipc/topics/sync.ts';
import { useCodeWords } from '../../app/failure-words.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Time } from '../../ui/time.tsx';
import { sendingLooks } from './case-words.ts';

/** Notes for colleagues that are not on their server yet. What is up to a person is done in the case, where the note stands. */
export function OutboxNotes({
  notes,
  onOpenCase,
}: {
  notes: readonly OutboxNote[];
  onOpenCase: (caseId: number) => void;
}) {
  const { t } = useTranslation('queue');
  const code = useCodeWords();
  if (notes.length === 0) return null;
  return (
    <section aria-labelledby="outbox-notes">
      <h2 id="outbox-notes" className="queue-outbox-title">
        {t('outbox.notes')}
      </h2>
      <ul>
        {notes.map((note) => {
          const name = caseName(note.caseId as Id<'case'>);
          return (
            <li key={note.noteId} className="queue-outbox-line">
              <div className="queue-outbox-head">
                <Button
                  variant="quiet"
                  className="queue-outbox-name"
                  aria-label={t('outbox.openCase', { name })}
                  onPress={() => onOpenCase(note.caseId)}
                >
                  <bdi>{name}</bdi>
                </Button>
                <Badge {...sendingLooks[note.state]}>{t(`outbox.noteState.${note.state}`)}</Badge>
                <span className="queue-outbox-time">
                  <Time value={note.writtenAt} short />
                </span>
              </div>
              <p className="ui-description">
                {note.errorCode !== null && `${code(note.errorCode)} `}
                {t('outbox.attempts', { count: note.attempts })}
                {(note.state === 'failed' || note.state === 'conflict') && ` · ${t('outbox.noteInCase')}`}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

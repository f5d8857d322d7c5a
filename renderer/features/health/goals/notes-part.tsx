import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { FailureCallout } from '../../../app/failure-words.tsx';
import { useChartWords } from '../../../ui/charts/chart-words.ts';
import { FormattedText } from '../../../ui/formatted-text.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Section } from '../../../ui/page.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Table } from '../../../ui/table.tsx';
import { NoteForm } from './note-form.tsx';
import { type Note, useNotes } from './queries.ts';
import { useNoteRemoval } from './use-removal.ts';

/** What the community did, by date: stands on every chart over time. */
export function NotesPart({ communityId }: { communityId: number }) {
  const { t } = useTranslation('goals');
  const notes = useNotes(communityId);
  return (
    <Section title={t('notes.title')} lead={t('notes.lead')}>
      {notes.isPending && <Skeleton rows={3} />}
      <FailureCallout error={notes.error} onRetry={() => void notes.refetch()} />
      {notes.data?.length === 0 && <p>{t('notes.empty')}</p>}
      {notes.data && notes.data.length > 0 && <NoteTable communityId={communityId} notes={notes.data} />}
      <NoteForm communityId={communityId} />
    </Section>
  );
}

function NoteTable({ communityId, notes }: { communityId: number; notes: readonly Note[] }) {
  const { t } = useTranslation('goals');
  const words = useChartWords();
  const removal = useNoteRemoval(communityId);
  return (
    <>
      <FailureCallout error={removal.error} />
      <Table
        caption={t('notes.title')}
        hideCaption
        rows={notes.toReversed()}
        rowKey={({ id }) => String(id)}
        columns={[
          { id: 'day', header: t('notes.day'), rowHeader: true, cell: ({ day }) => words.day(day) },
          { id: 'text', header: t('notes.text'), cell: ({ text }) => <FormattedText as="inline" text={text} /> },
          {
            id: 'actions',
            header: t('column.actions'),
            cell: (note) => (
              <IconButton
                label={t('notes.remove', { day: words.day(note.day) })}
                icon={Trash2}
                onPress={() => removal.remove(note)}
              />
            ),
          },
        ]}
      />
    </>
  );
}

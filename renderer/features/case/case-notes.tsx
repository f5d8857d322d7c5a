import { type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseNote } from '../../../shared/ipc/topics/case.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { FormattedText } from '../../ui/formatted-text.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Moment } from './moment.tsx';

export interface NewNote {
  readonly about: CaseNote['about'];
  readonly audience: CaseNote['audience'];
  readonly kind: CaseNote['kind'];
  readonly body: string;
}

export interface CaseNotesProps {
  notes: readonly CaseNote[];
  /** The text not added yet; kept with the case's draft. */
  draft: string;
  onDraft: (text: string) => void;
  /** Resolves when the note is written; the text stays until then. */
  onAdd: (note: NewNote) => Promise<boolean>;
  fieldRef: Ref<HTMLInputElement & HTMLTextAreaElement>;
}

const kinds = ['note', 'handover', 'recommendation', 'question'] as const;

/** Notes of colleagues, oldest first, and a place to add one. A note is never changed afterwards. */
export function CaseNotes({ notes, draft, onDraft, onAdd, fieldRef }: CaseNotesProps) {
  const { t } = useTranslation('case');
  const [kind, setKind] = useState<NewNote['kind']>('note');
  const [audience, setAudience] = useState<NewNote['audience']>('team');
  const [about, setAbout] = useState<NewNote['about']>('case');
  const [busy, setBusy] = useState(false);
  // The choices appear with the first interest in writing; until then the case opens faster and looks calmer.
  const [begun, setBegun] = useState(false);
  const engaged = begun || draft.trim() !== '';
  const add = async () => {
    setBusy(true);
    const added = await onAdd({ kind, audience, about, body: draft.trim() });
    setBusy(false);
    if (added) onDraft('');
  };
  return (
    <section className="case-section" aria-labelledby="case-notes">
      <h3 id="case-notes">{t('notes.title')}</h3>
      {notes.length === 0 && <p className="case-quiet">{t('notes.none')}</p>}
      <ol className="case-stack">
        {notes.map((note) => (
          <li key={note.noteId} className="case-note">
            <p className="case-byline">
              <FormattedText as="inline" className="case-byline-name" text={note.author} />
              <span className="case-quiet">
                <Moment at={note.createdAt} say={(time) => time} />
              </span>
              {note.kind !== 'note' && <Badge>{t(`notes.kind.${note.kind}`)}</Badge>}
              {note.about === 'member' && <Badge>{t('notes.onMember')}</Badge>}
              {note.audience === 'me' && <Badge>{t('notes.audience.me')}</Badge>}
            </p>
            <FormattedText text={note.body} className="case-text-quiet" />
          </li>
        ))}
      </ol>
      <div className="case-note-form">
        <TextField
          label={t('notes.label')}
          multiline
          rows={2}
          value={draft}
          onChange={onDraft}
          onFocus={() => setBegun(true)}
          inputRef={fieldRef}
        />
        {engaged && (
          <div className="case-note-choices">
            <Select
              label={t('notes.kindLabel')}
              hideLabel
              options={kinds.map((id) => ({ id, label: t(`notes.kind.${id}`) }))}
              value={kind}
              onChange={setKind}
            />
            <Select
              label={t('notes.aboutLabel')}
              hideLabel
              options={(['case', 'member'] as const).map((id) => ({ id, label: t(`notes.about.${id}`) }))}
              value={about}
              onChange={setAbout}
            />
            <Select
              label={t('notes.audienceLabel')}
              hideLabel
              options={(['team', 'me'] as const).map((id) => ({ id, label: t(`notes.audience.${id}`) }))}
              value={audience}
              onChange={setAudience}
            />
            <Button isDisabled={draft.trim() === '' || busy} isPending={busy} onPress={() => void add()}>
              {t('notes.add')}
            </Button>
          </div>
        )}
        {draft.trim() !== '' && <p className="case-quiet">{t('notes.kept')}</p>}
      </div>
    </section>
  );
}

import { type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseNote } from '../../../shared/ipc/topics/case.ts';
import type { CaseReport } from '../../../shared/ipc/topics/case-report.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { NoteTarget } from './note-target.ts';

export interface NewNote {
  readonly about: CaseNote['about'];
  readonly audience: CaseNote['audience'];
  readonly kind: CaseNote['kind'];
  readonly body: string;
  /** The report on whose server colleagues read it, too; null: only here. */
  readonly onReport: number | null;
}

export interface NoteFormProps {
  /** The text not added yet; kept with the case's draft. */
  draft: string;
  onDraft: (text: string) => void;
  /** Resolves when the note is written; the text stays until then. */
  onAdd: (note: NewNote) => Promise<boolean>;
  fieldRef: Ref<HTMLInputElement & HTMLTextAreaElement>;
  target: NoteTarget | null;
}

const kinds = ['note', 'handover', 'recommendation', 'question'] as const;
/** `colleagues`: the team here, and whoever moderates on the server. */
type Readers = CaseNote['audience'] | 'colleagues';

/** A place to add a note. Who reads it is chosen for each note anew: nothing leaves because the one before did. */
export function NoteForm({ draft, onDraft, onAdd, fieldRef, target }: NoteFormProps) {
  const { t } = useTranslation('case');
  const [kind, setKind] = useState<NewNote['kind']>('note');
  const [chosen, setReaders] = useState<Readers>('team');
  const [about, setAbout] = useState<NewNote['about']>('case');
  const [onReport, setOnReport] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  // The choices appear with the first interest in writing; until then the case opens faster and looks calmer.
  const [begun, setBegun] = useState(false);
  const readers = target === null && chosen === 'colleagues' ? 'team' : chosen;
  const leaves = readers === 'colleagues' ? target : null;
  const report = leaves?.reports.find(({ reportId }) => reportId === onReport) ?? leaves?.reports[0] ?? null;
  const body = draft.trim();
  const isTooLong = leaves?.longest != null && body.length > leaves.longest;
  const add = async () => {
    setBusy(true);
    const note = { kind, body, onReport: report?.reportId ?? null };
    const added = await onAdd(
      leaves
        ? { ...note, audience: 'team', about: 'case' }
        : { ...note, audience: readers === 'me' ? 'me' : 'team', about },
    );
    setBusy(false);
    if (!added) return;
    onDraft('');
    setReaders('team');
  };
  return (
    <div className="case-note-form">
      <TextField
        label={t('notes.label')}
        multiline
        rows={2}
        value={draft}
        onChange={onDraft}
        onFocus={() => setBegun(true)}
        inputRef={fieldRef}
        {...(isTooLong && { error: t('notes.tooLong', { community: leaves.community, most: leaves.longest ?? 0 }) })}
      />
      {(begun || body !== '') && (
        <div className="case-note-choices">
          <Select
            label={t('notes.kindLabel')}
            hideLabel
            options={kinds.map((id) => ({ id, label: t(`notes.kind.${id}`) }))}
            value={kind}
            onChange={setKind}
          />
          <Select
            label={t('notes.audienceLabel')}
            hideLabel
            className="case-note-readers"
            options={readersFor(target).map((id) => ({ id, label: wordsFor(id) }))}
            value={readers}
            onChange={setReaders}
          />
          {!leaves && (
            <Select
              label={t('notes.aboutLabel')}
              hideLabel
              options={(['case', 'member'] as const).map((id) => ({ id, label: t(`notes.about.${id}`) }))}
              value={about}
              onChange={setAbout}
            />
          )}
          {leaves && leaves.reports.length > 1 && (
            <Select
              label={t('notes.reportLabel')}
              hideLabel
              options={leaves.reports.map((one, index) => ({
                id: String(one.reportId),
                label: nameOf(one, index + 1),
              }))}
              value={String(report?.reportId)}
              onChange={(id) => setOnReport(Number(id))}
            />
          )}
          <Button isDisabled={body === '' || busy || isTooLong} isPending={busy} onPress={() => void add()}>
            {t('notes.add')}
          </Button>
        </div>
      )}
      {leaves && <p className="case-quiet">{t('notes.sendHint', { community: leaves.community })}</p>}
      {body !== '' && <p className="case-quiet">{t('notes.kept')}</p>}
    </div>
  );

  function wordsFor(id: Readers): string {
    if (id === 'colleagues') return t('notes.audience.colleagues', { community: target?.community ?? '' });
    return id === 'team' && target ? t('notes.audience.teamHere') : t(`notes.audience.${id}`);
  }

  function nameOf({ reporter }: CaseReport, number: number): string {
    const name = reporter.name || reporter.handle;
    return name ? t('notes.report', { number, name }) : t('notes.reportUnnamed', { number });
  }
}

function readersFor(target: NoteTarget | null): readonly Readers[] {
  return target ? ['team', 'colleagues', 'me'] : ['team', 'me'];
}

import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recordKindOf } from '../../../shared/domain/health/record-kinds.ts';
import type { RecordKindId } from '../../../shared/domain/health/records.ts';
import { UnusedBenchmarks } from '../../app/communities/unused-benchmarks.tsx';
import { notify } from '../../ui/notices.tsx';
import { PrivacyNote } from './privacy-note.tsx';
import type { ListedRecord } from './queries.ts';
import { RecordForm } from './record-form.tsx';
import { RecordImport } from './record-import.tsx';
import { RecordList } from './record-list.tsx';
import { useRecordWords } from './use-record-words.ts';

type Mode = { readonly is: 'list' | 'add' | 'import' } | { readonly is: 'edit'; readonly record: ListedRecord };

/** One kind of record: its list, and in its place a form or an import while one is open. */
export function KindPane({ communityId, kindId }: { communityId: number; kindId: RecordKindId }) {
  const { t } = useTranslation('records');
  const words = useRecordWords();
  const [mode, setMode] = useState<Mode>({ is: 'list' });
  const kind = recordKindOf(kindId);
  const heading = useRef<HTMLHeadingElement>(null);
  // What had the focus is gone, and a person at the keyboard must not start over at the top of the window.
  const toHeading = (): void => heading.current?.focus();
  const toList = (): void => {
    setMode({ is: 'list' });
    toHeading();
  };
  return (
    <div className="records-pane">
      <header className="records-head">
        <h2 ref={heading} tabIndex={-1} className="records-title">
          {words.title(kindId)}
        </h2>
        <p className="ui-description">{words.purpose(kindId)}</p>
      </header>
      {mode.is === 'list' && kindId === 'benchmark' && <UnusedBenchmarks communityId={communityId} />}
      {mode.is === 'list' && (
        <RecordList
          communityId={communityId}
          kind={kind}
          onAdd={() => setMode({ is: 'add' })}
          onEdit={(record) => setMode({ is: 'edit', record })}
          onRemoved={toHeading}
          onImport={() => setMode({ is: 'import' })}
        />
      )}
      {mode.is === 'import' && <RecordImport communityId={communityId} kind={kind} onClose={toList} />}
      {(mode.is === 'add' || mode.is === 'edit') && (
        <RecordForm
          key={mode.is === 'edit' ? mode.record.id : 'new'}
          communityId={communityId}
          kind={kind}
          record={mode.is === 'edit' ? mode.record : null}
          onSaved={(metSomebodyNew, stays) => {
            notify(t(metSomebodyNew ? 'form.savedNew' : 'form.saved'));
            if (!stays) toList();
          }}
          onClose={toList}
        />
      )}
      <PrivacyNote communityId={communityId} of={kindId} about={kind.about} />
    </div>
  );
}

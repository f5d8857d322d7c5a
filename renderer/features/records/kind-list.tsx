import { useTranslation } from 'react-i18next';
import { recordKinds } from '../../../shared/domain/health/record-kinds.ts';
import { type RecordKindId, recordGroups } from '../../../shared/domain/health/records.ts';
import { useRecordWords } from './use-record-words.ts';

/** What can be open in the room: a kind of record, the spaces, or how long lists stay. */
export type RecordPlace = RecordKindId | 'spaces' | 'keeping';

/** Every kind of record by group, then the spaces, and last how long lists stay. */
export function KindList({ open }: { open: RecordPlace }) {
  const { t } = useTranslation('records');
  const words = useRecordWords();
  return (
    <nav className="records-kinds" aria-label={t('kindsLabel')}>
      {recordGroups.map((group) => (
        <div key={group} className="records-group">
          <h2 className="records-group-title">{t(`groups.${group}`)}</h2>
          <ul>
            {recordKinds
              .filter((kind) => kind.group === group)
              .map(({ id }) => (
                <KindLink key={id} place={id} label={words.title(id)} isOpen={open === id} />
              ))}
          </ul>
        </div>
      ))}
      <div className="records-group">
        <h2 className="records-group-title">{t('groups.spaces')}</h2>
        <ul>
          <KindLink place="spaces" label={t('spaces.title')} isOpen={open === 'spaces'} />
        </ul>
      </div>
      <div className="records-group">
        <h2 className="records-group-title">{t('keeping.group')}</h2>
        <ul>
          <KindLink place="keeping" label={t('keeping.title')} isOpen={open === 'keeping'} />
        </ul>
      </div>
    </nav>
  );
}

function KindLink({ place, label, isOpen }: { place: RecordPlace; label: string; isOpen: boolean }) {
  return (
    <li>
      <a className="records-kind" href={`#/records/${place}`} aria-current={isOpen ? 'page' : undefined}>
        {label}
      </a>
    </li>
  );
}

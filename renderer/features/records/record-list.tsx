import { FileUp, NotebookPen, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordField } from '../../../shared/domain/health/record-fields.ts';
import type { RecordKind } from '../../../shared/domain/health/records.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { Button } from '../../ui/button.tsx';
import { FormattedText } from '../../ui/formatted-text.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { ListPages } from './list-pages.tsx';
import { type ListedRecord, useRecords } from './queries.ts';
import { useRecordWords } from './use-record-words.ts';
import { useRemove } from './use-remove.ts';

interface RecordListProps {
  readonly communityId: number;
  readonly kind: RecordKind;
  readonly onAdd: () => void;
  readonly onEdit: (record: ListedRecord) => void;
  readonly onRemoved: () => void;
  readonly onImport: () => void;
}

/** The records of a kind: search, pages, and what can be done with each. */
export function RecordList({ communityId, kind, onAdd, onEdit, onRemoved, onImport }: RecordListProps) {
  const { t } = useTranslation('records');
  const [query, setQuery] = useState('');
  const [page, setPage] = useState(0);
  const records = useRecords(communityId, kind.id, { query, page });
  const removal = useRemove(communityId, kind, onRemoved);
  const columns = useRecordColumns(kind, { onEdit, onRemove: removal.remove });
  const search = (words: string): void => {
    setQuery(words);
    setPage(0);
  };
  const { rows = [], total = 0 } = records.data ?? {};
  const canAdd = !kind.isFileOnly;
  const buttons = (
    <>
      {canAdd && (
        <Button variant="primary" icon={Plus} onPress={onAdd}>
          {t('list.add')}
        </Button>
      )}
      <Button variant={canAdd ? 'secondary' : 'primary'} icon={FileUp} onPress={onImport}>
        {t('list.import')}
      </Button>
    </>
  );
  const isEmpty = records.data !== undefined && total === 0;
  return (
    <>
      {!(isEmpty && query === '') && (
        <div className="records-tools">
          <SearchField label={t('list.search')} value={query} onChange={search} className="records-search" />
          {buttons}
        </div>
      )}
      <FailureCallout error={records.error} onRetry={() => void records.refetch()} />
      <FailureCallout error={removal.error} />
      {records.isPending && <Skeleton rows={6} />}
      {isEmpty && query === '' && (
        <EmptyState icon={NotebookPen} title={t('list.empty')} actions={buttons}>
          {t('list.emptyWords')}
        </EmptyState>
      )}
      {isEmpty && query !== '' && (
        <EmptyState title={t('list.noneFound')} actions={<Button onPress={() => search('')}>{t('list.clear')}</Button>}>
          {t('list.noneFoundWords')}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <Table
          caption={t(`kinds.${kind.id}.title`)}
          hideCaption
          columns={columns}
          rows={rows}
          rowKey={({ id }) => String(id)}
        />
      )}
      {total > rows.length && <ListPages page={page} shown={rows.length} total={total} onPage={setPage} />}
    </>
  );
}

/** Long texts are for the form: a list of them can't be read. */
const longestListed = 250;

/** Columns that show the fields of a kind; words of people keep their own direction. */
export function useFieldColumns<Row extends Pick<ListedRecord, 'values'>>(kind: RecordKind): TableColumn<Row>[] {
  const words = useRecordWords();
  const shown = kind.fields.filter((field) => field.type !== 'text' || field.longest <= longestListed);
  return shown.map((field, at) => ({
    id: field.name,
    header: words.field(kind.id, field.name),
    numeric: field.type === 'count' || field.type === 'percent',
    rowHeader: at === 0,
    cell: ({ values }) => {
      const text = words.value(kind.id, field, values[field.name] ?? null);
      if (field.type === 'day') return <span className="records-day">{text}</span>;
      return isOwnWords(field) && text !== '' ? <FormattedText as="inline" text={text} /> : text;
    },
  }));
}

function isOwnWords(field: RecordField): boolean {
  return field.type === 'text' || field.type === 'member' || field.type === 'reference';
}

function useRecordColumns(
  kind: RecordKind,
  { onEdit, onRemove }: { onEdit: (record: ListedRecord) => void; onRemove: (record: ListedRecord) => void },
): TableColumn<ListedRecord>[] {
  const { t } = useTranslation('records');
  const fields = useFieldColumns<ListedRecord>(kind);
  return [
    ...fields,
    {
      id: 'actions',
      header: t('list.actions'),
      cell: (record) => (
        <span className="records-actions">
          {!kind.isFileOnly && <IconButton label={t('list.edit')} icon={Pencil} onPress={() => onEdit(record)} />}
          <IconButton label={t('list.remove')} icon={Trash2} onPress={() => onRemove(record)} />
        </span>
      ),
    },
  ];
}

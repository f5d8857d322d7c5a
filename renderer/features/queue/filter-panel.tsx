import { CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Label } from 'react-aria-components/Label';
import { useTranslation } from 'react-i18next';
import { reportCategories } from '../../../shared/domain/report.ts';
import type { ParsedQueueFilter, QueueCounts } from '../../../shared/ipc/topics/queue.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { useFormat } from '../../ui/format/use-format.ts';
import { Select } from '../../ui/select.tsx';
import { ageChoices, useFilterWords } from './filter-words.ts';
import { statesOf } from './queue-filter.ts';

export interface FilterPanelProps {
  filter: ParsedQueueFilter;
  onChange: (part: Partial<ParsedQueueFilter>) => void;
  onClear: () => void;
  counts: QueueCounts | undefined;
  communities: readonly { readonly id: number; readonly name: string }[];
}

interface Entry {
  id: string;
  label: string;
  count?: number | undefined;
}

function Entries({
  label,
  entries,
  values,
  onChange,
}: {
  label: string;
  entries: readonly Entry[];
  values: readonly string[];
  onChange: (values: string[]) => void;
}) {
  const format = useFormat();
  if (entries.length === 0) return null;
  return (
    <CheckboxGroup className="queue-filter-group" value={[...values]} onChange={onChange}>
      <Label className="ui-label">{label}</Label>
      {entries.map(({ id, label: words, count }) => (
        <Checkbox key={id} value={id}>
          <span className="queue-filter-entry">
            <span>{words}</span>
            {count !== undefined && <span className="queue-view-count ui-figures">{format.number(count)}</span>}
          </span>
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}

/** Everything the list can be narrowed down by; takes effect at once. */
export function FilterPanel({ filter, onChange, onClear, counts, communities }: FilterPanelProps) {
  const { t } = useTranslation('queue');
  const words = useFilterWords(communities);
  const languages = [...new Set([...Object.keys(counts?.languages ?? {}), ...filter.languages])].sort();
  return (
    <div className="queue-filter">
      <div className="queue-filter-columns">
        <Entries
          label={t('filter.category')}
          entries={reportCategories.map((id) => ({
            id,
            label: words.category(id),
            count: counts?.categories[id] ?? 0,
          }))}
          values={filter.categories}
          onChange={(values) =>
            onChange({ categories: reportCategories.filter((category) => values.includes(category)) })
          }
        />
        <Entries
          label={t('filter.state')}
          entries={statesOf(filter.view).map((id) => ({ id, label: words.state(id) }))}
          values={filter.states}
          onChange={(values) => onChange({ states: statesOf(filter.view).filter((state) => values.includes(state)) })}
        />
        <Entries
          label={t('filter.language')}
          entries={languages.map((id) => ({ id, label: words.language(id), count: counts?.languages[id] }))}
          values={filter.languages}
          onChange={(values) => onChange({ languages: values })}
        />
        {communities.length > 1 && (
          <Entries
            label={t('filter.community')}
            entries={communities.map(({ id, name }) => ({
              id: String(id),
              label: name,
              count: counts?.communities[id],
            }))}
            values={filter.communityIds.map(String)}
            onChange={(values) => onChange({ communityIds: values.map(Number) })}
          />
        )}
        <div className="queue-filter-group">
          <Select
            label={t('filter.age')}
            options={ageChoices.map((hours) => ({ id: String(hours), label: words.age(hours) }))}
            value={String(filter.olderThanHours ?? 0)}
            onChange={(id) => onChange({ olderThanHours: Number(id) === 0 ? null : Number(id) })}
          />
          <Select
            label={t('filter.claimedBy')}
            options={(['anyone', 'me', 'others', 'nobody'] as const).map((id) => ({
              id,
              label: t(`filter.holder.${id}`),
            }))}
            value={filter.claimedBy}
            onChange={(claimedBy) => onChange({ claimedBy })}
          />
        </div>
      </div>
      <div>
        <Button onPress={onClear}>{t('filter.clear')}</Button>
      </div>
    </div>
  );
}

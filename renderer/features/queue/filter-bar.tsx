import { ListFilter, X } from 'lucide-react';
import { type ReactNode, type Ref, useEffect, useEffectEvent, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { FilterPanel, type FilterPanelProps } from './filter-panel.tsx';
import { useFilterWords } from './filter-words.ts';
import { countFilters } from './queue-filter.ts';
import './filter-bar.css';

/** Waiting this long after the last letter keeps the list calm while somebody types. */
const typingPause = 250;

/** Search and filters above the list; what is on is named, one press takes it off. */
export function FilterBar({
  searchRef,
  filterRef,
  extra,
  ...props
}: FilterPanelProps & {
  searchRef: Ref<HTMLInputElement>;
  filterRef: Ref<HTMLButtonElement>;
  /** Stands at the end of the line. */
  extra?: ReactNode;
}) {
  const { filter, onChange, onClear, communities } = props;
  const { t } = useTranslation('queue');
  const words = useFilterWords(communities);
  const [typed, setTyped] = useState(filter.search);
  const [known, setKnown] = useState(filter.search);
  if (known !== filter.search) {
    setKnown(filter.search);
    setTyped(filter.search);
  }
  const search = useEffectEvent((text: string) => onChange({ search: text }));
  useEffect(() => {
    if (typed.trim() === filter.search) return;
    const timer = setTimeout(() => search(typed.trim()), typingPause);
    return () => clearTimeout(timer);
  }, [typed, filter.search]);

  const active = words.active(filter);
  const count = countFilters({ ...filter, search: '' });
  return (
    <div className="queue-bar">
      <div className="queue-bar-line">
        <SearchField
          className="queue-search"
          label={t('search.label')}
          placeholder={t('search.placeholder')}
          value={typed}
          onChange={setTyped}
          inputRef={searchRef}
        />
        <Popover
          label={t('filter.panel')}
          trigger={
            <Button
              ref={filterRef}
              icon={ListFilter}
              aria-label={count === 0 ? t('filter.button') : t('filter.buttonActive', { count })}
            >
              {t('filter.button')}
            </Button>
          }
        >
          <FilterPanel {...props} />
        </Popover>
        {extra}
      </div>
      {active.length > 0 && (
        <div className="queue-chips">
          {active.map((entry) => (
            <AriaButton
              key={entry.id}
              className="queue-chip"
              aria-label={t('filter.remove', { name: entry.name })}
              onPress={() => onChange(entry.off)}
            >
              <bdi className="queue-chip-words">{entry.name}</bdi>
              <X className="ui-icon" aria-hidden />
            </AriaButton>
          ))}
          <Button variant="quiet" className="queue-clear" onPress={onClear}>
            {t('filter.clear')}
          </Button>
        </div>
      )}
    </div>
  );
}

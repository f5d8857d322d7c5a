import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format/use-format.ts';
import './view-tabs.css';

export type ViewId = 'open' | 'mine' | 'waiting' | 'decided' | 'all' | 'sending' | 'conflicts';

/** The views of a room with how much is in each. */
export function ViewTabs({
  views,
  selected,
  onSelect,
  counts,
}: {
  views: readonly ViewId[];
  selected: ViewId;
  onSelect: (view: ViewId) => void;
  counts: { readonly [View in ViewId]?: number | undefined };
}) {
  const { t } = useTranslation('queue');
  const format = useFormat();
  return (
    <ToggleButtonGroup
      className="queue-views"
      aria-label={t('views.label')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[selected]}
      onSelectionChange={(keys) => {
        const [view] = [...keys];
        if (view !== undefined) onSelect(view as ViewId);
      }}
    >
      {views.map((view) => (
        <ToggleButton key={view} id={view} className="queue-view">
          <span>{t(`views.${view}`)}</span>
          {counts[view] !== undefined && (
            <span className="queue-view-count ui-figures">{format.number(counts[view])}</span>
          )}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

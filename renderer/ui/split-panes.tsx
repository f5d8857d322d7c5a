import { Fragment, type ReactNode } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import './split-panes.css';

export interface Pane {
  id: string;
  /** Named for screen readers, e.g. "Queue". */
  label: string;
  /** Share of the width at first, in per cent. */
  size: number;
  /** Never narrower than this, in pixels. */
  minimum: number;
  content: ReactNode;
}

export interface SplitPanesProps {
  /** Under this name the widths are remembered on this machine. */
  id: string;
  panes: readonly Pane[];
  /** Says what the separators do: "Resize the panes". */
  separatorLabel: string;
  orientation?: 'horizontal' | 'vertical' | undefined;
}

/** Panes side by side with edges that move by mouse and arrow keys; widths are remembered. */
export function SplitPanes({ id, panes, separatorLabel, orientation = 'horizontal' }: SplitPanesProps) {
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: `hearth.panes.${id}`,
    panelIds: panes.map((pane) => pane.id),
  });
  return (
    <Group
      className="ui-split"
      orientation={orientation}
      defaultLayout={defaultLayout}
      onLayoutChanged={onLayoutChanged}
    >
      {panes.map((pane, index) => (
        <Fragment key={pane.id}>
          {index > 0 && <Separator className="ui-split-edge" aria-label={separatorLabel} />}
          <Panel id={pane.id} defaultSize={`${pane.size}%`} minSize={pane.minimum}>
            <section className="ui-pane" aria-label={pane.label}>
              {pane.content}
            </section>
          </Panel>
        </Fragment>
      ))}
    </Group>
  );
}

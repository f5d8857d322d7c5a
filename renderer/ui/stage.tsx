import type { ReactNode } from 'react';
import './stage.css';

/** One card in the middle of an otherwise empty window: first run, locked, failed. `corner` stands at the top end. */
export function Stage({
  picture,
  title,
  lead,
  corner,
  children,
}: {
  picture?: ReactNode;
  title: string;
  lead?: string | undefined;
  corner?: ReactNode;
  children: ReactNode;
}) {
  return (
    <main className="ui-stage">
      {corner && <div className="ui-stage-corner">{corner}</div>}
      <div className="ui-stage-card">
        {picture}
        <header className="ui-stage-head">
          <h1>{title}</h1>
          {lead && <p className="ui-stage-lead">{lead}</p>}
        </header>
        {children}
      </div>
    </main>
  );
}

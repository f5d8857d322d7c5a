import type { ReactNode } from 'react';
import './page.css';

/** A room that scrolls as one page: title, an optional lead, actions at the end of the line, content below. */
export function Page({
  title,
  lead,
  actions,
  children,
  width = 'reading',
}: {
  title: string;
  lead?: string | undefined;
  actions?: ReactNode;
  children: ReactNode;
  width?: 'reading' | 'full' | undefined;
}) {
  return (
    <div className="ui-page">
      <div className={`ui-page-body ui-page-${width}`}>
        <header className="ui-page-head">
          <div className="ui-page-words">
            <h1>{title}</h1>
            {lead && <p className="ui-page-lead">{lead}</p>}
          </div>
          {actions && <div className="ui-page-actions">{actions}</div>}
        </header>
        {children}
      </div>
    </div>
  );
}

/** A titled part of a page. */
export function Section({ title, lead, children }: { title: string; lead?: string | undefined; children: ReactNode }) {
  return (
    <section className="ui-section">
      <div className="ui-section-head">
        <h2>{title}</h2>
        {lead && <p className="ui-description">{lead}</p>}
      </div>
      {children}
    </section>
  );
}

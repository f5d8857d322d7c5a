import { CircleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import './states.css';

interface StateProps {
  icon?: LucideIcon | undefined;
  title: string;
  children?: ReactNode;
  /** What can be done next. */
  actions?: ReactNode;
}

/** Nothing to show, and why: first run, empty, filtered to nothing, offline without data. */
export function EmptyState({ icon: Icon, title, children, actions }: StateProps) {
  return (
    <section className="ui-state">
      {Icon && <Icon className="ui-state-icon" aria-hidden />}
      <h2>{title}</h2>
      {children && <div className="ui-state-words">{children}</div>}
      {actions && <div className="ui-state-actions">{actions}</div>}
    </section>
  );
}

/** Something failed: what happened, what it means, a way on. Read out at once. */
export function ErrorState({ icon: Icon = CircleAlert, title, children, actions }: StateProps) {
  return (
    <section className="ui-state ui-state-error" role="alert">
      <Icon className="ui-state-icon" aria-hidden />
      <h2>{title}</h2>
      {children && <div className="ui-state-words">{children}</div>}
      {actions && <div className="ui-state-actions">{actions}</div>}
    </section>
  );
}

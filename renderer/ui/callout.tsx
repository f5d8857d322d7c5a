import { CircleAlert, CircleCheck, HeartHandshake, Hourglass, Info, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Tone } from './badge.tsx';
import { classNames } from './class-names.ts';
import './badge.css';
import './callout.css';

const icons: Record<Tone, LucideIcon> = {
  plain: Info,
  harm: CircleAlert,
  care: HeartHandshake,
  waiting: Hourglass,
  done: CircleCheck,
};

export interface CalloutProps {
  tone?: Tone | undefined;
  title?: string | undefined;
  icon?: LucideIcon | undefined;
  children?: ReactNode;
  /** Buttons under the words. */
  actions?: ReactNode;
  /** Reads the words out when they appear. */
  announce?: boolean | undefined;
  className?: string | undefined;
}

/** A remark inside a screen: what happened, what it means, what can be done. */
export function Callout({ tone = 'plain', title, icon, children, actions, announce, className }: CalloutProps) {
  const Icon = icon ?? icons[tone];
  return (
    <div className={classNames('ui-callout', `ui-tone-${tone}`, className)} {...(announce ? { role: 'status' } : {})}>
      <Icon className="ui-icon" aria-hidden />
      <div className="ui-callout-words">
        {title && <p className="ui-callout-title">{title}</p>}
        {children && <div className="ui-callout-body">{children}</div>}
        {actions && <div className="ui-callout-actions">{actions}</div>}
      </div>
    </div>
  );
}

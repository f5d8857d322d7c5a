import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import './badge.css';

export type Tone = 'plain' | 'harm' | 'care' | 'waiting' | 'done';

/** A state in one or two words. Colour never stands alone: words are required, an icon is welcome. */
export function Badge({
  tone = 'plain',
  icon: Icon,
  children,
  className,
}: {
  tone?: Tone | undefined;
  icon?: LucideIcon | undefined;
  children: ReactNode;
  className?: string | undefined;
}) {
  return (
    <span className={classNames('ui-badge', `ui-tone-${tone}`, className)}>
      {Icon && <Icon className="ui-icon" aria-hidden />}
      <span>{children}</span>
    </span>
  );
}

import { type LucideIcon, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tone } from './badge.tsx';
import { IconButton } from './icon-button.tsx';
import './badge.css';
import './banner.css';

export interface BannerProps {
  tone?: Tone | undefined;
  icon?: LucideIcon | undefined;
  children: ReactNode;
  actions?: ReactNode;
  onDismiss?: (() => void) | undefined;
}

/** One line across the top of a room: "12 new reports", "Sign in again". Announced politely. */
export function Banner({ tone = 'plain', icon: Icon, children, actions, onDismiss }: BannerProps) {
  const { t } = useTranslation('app');
  return (
    <div className={`ui-banner ui-tone-${tone}`} role="status">
      {Icon && <Icon className="ui-icon" aria-hidden />}
      <span className="ui-banner-words">{children}</span>
      {actions}
      {onDismiss && <IconButton label={t('ui.dismiss')} icon={X} onPress={onDismiss} />}
    </div>
  );
}

import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/icon-button.tsx';
import { useCommand } from '../commands/command-handlers.ts';
import { useCommandKeys } from '../commands/command-keys.ts';
import { useUnreadNotices } from '../communities/use-unread-notices.ts';
import type { RoomId } from '../navigation.ts';
import { type Room, rooms } from '../rooms.ts';
import { RailTip } from './rail-tip.tsx';
import { useRemembered } from './remembered.ts';
import './rail.css';

/** The rooms of the house. Settings stands at the end; without labels each icon keeps its name as a tooltip. */
export function Rail({ open }: { open: RoomId }) {
  const { t } = useTranslation('app');
  const [narrow, setNarrow] = useRemembered('rail.narrow', false);
  useCommand('view.toggleRail', () => setNarrow(!narrow));
  const keys = useCommandKeys('view.toggleRail');
  const shown = rooms.filter(({ icon }) => icon !== null);
  const isUnread = useUnreadNotices().length > 0;
  return (
    <nav className="rail" data-narrow={narrow || undefined} aria-label={t('rooms.label')}>
      <ul className="rail-list">
        {shown.map((room) => (
          <li key={room.id} className={room.id === 'settings' ? 'rail-last' : undefined}>
            <RailItem
              room={room}
              current={room.id === open}
              narrow={narrow}
              isMarked={room.id === 'health' && isUnread}
            />
          </li>
        ))}
      </ul>
      <IconButton
        className="rail-toggle"
        label={narrow ? t('rail.expand') : t('rail.collapse')}
        icon={narrow ? PanelLeftOpen : PanelLeftClose}
        mirrorIcon
        keys={keys}
        onPress={() => setNarrow(!narrow)}
      />
    </nav>
  );
}

interface RailItemProps {
  readonly room: Room;
  readonly current: boolean;
  readonly narrow: boolean;
  /** Something in the room waits to be read: a dot, and words for whoever does not see it. */
  readonly isMarked: boolean;
}

function RailItem({ room, current, narrow, isMarked }: RailItemProps) {
  const { t } = useTranslation('app');
  const keys = useCommandKeys(room.command);
  const Icon = room.icon;
  const label = t(`rooms.${room.id}`);
  return (
    <RailTip label={isMarked ? t('rail.marked', { room: label }) : label} keys={keys}>
      <a className="rail-item" href={`#/${room.id}`} aria-current={current ? 'page' : undefined}>
        {Icon && <Icon className="ui-icon" aria-hidden />}
        <span className={narrow ? 'ui-visually-hidden' : 'rail-label'}>{label}</span>
        {isMarked && (
          <>
            <span className="rail-mark" aria-hidden="true" />
            <span className="ui-visually-hidden">{t('rail.mark')}</span>
          </>
        )}
      </a>
    </RailTip>
  );
}

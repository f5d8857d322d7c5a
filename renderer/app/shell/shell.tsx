import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AppCommands } from '../commands/app-commands.tsx';
import { ErrorBoundary } from '../error-boundary.tsx';
import { usePlace } from '../navigation.ts';
import { rooms } from '../rooms.ts';
import { CommandField } from './command-field.tsx';
import { Rail } from './rail.tsx';
import { RestartBanner } from './restart-banner.tsx';
import { StatusLine } from './status-line.tsx';
import './shell.css';

/** The house: rail, command field, the open room, status line. */
export function Shell() {
  const { t } = useTranslation('app');
  const place = usePlace();
  const room = rooms.find(({ id }) => id === place.room) ?? rooms[0];
  const main = useRef<HTMLElement>(null);
  const before = useRef(place.room);

  useEffect(() => {
    if (before.current === place.room) return;
    before.current = place.room;
    // A room that has put the focus where it wants it keeps it.
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [place.room]);

  return (
    <div className="shell">
      <button type="button" className="shell-skip" onClick={() => main.current?.focus()}>
        {t('skip')}
      </button>
      <AppCommands />
      <CommandField />
      <Rail open={room?.within ?? place.room} />
      <main className="shell-main" ref={main} tabIndex={-1} aria-label={t(`rooms.${place.room}`)}>
        <RestartBanner />
        {room?.isUntitled && <h1 className="ui-visually-hidden">{t(`rooms.${room.id}`)}</h1>}
        <div className="shell-room">
          <ErrorBoundary resetKey={place.room}>
            <Suspense fallback={<Skeleton className="shell-loading" rows={6} />}>
              {room && <room.Screen rest={place.rest} />}
            </Suspense>
          </ErrorBoundary>
        </div>
      </main>
      <StatusLine />
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { notify } from '../../ui/notices.tsx';
import { call } from '../api.ts';
import { useFailureWords } from '../failure-words.tsx';
import { navigate } from '../navigation.ts';
import { type Room, rooms } from '../rooms.ts';
import { useSetting } from '../settings/use-setting.ts';
import { useStatus, useWorkOffline } from '../status.ts';
import { useCommand } from './command-handlers.ts';

/** Commands of every room while the store is open. */
export function AppCommands() {
  const { t } = useTranslation('app');
  const words = useFailureWords();
  const status = useStatus();
  const { mutate: workOffline } = useWorkOffline();
  const [density, setDensity] = useSetting('density');
  const sayFailure = (error: unknown): void => void notify(words(error));

  useCommand('sync.start', () => void call('sync.start', {}).catch(sayFailure));
  useCommand('sync.send', () => void call('outbox.send', null).catch(sayFailure), {
    enabled: (status.data?.decisionsWaiting ?? 0) + (status.data?.notesWaiting ?? 0) > 0,
  });
  useCommand('sync.toggleOffline', () => {
    const goOffline = status.data?.network !== 'working-offline';
    workOffline(goOffline, {
      onSuccess: () => void notify(t(goOffline ? 'notice.workingOffline' : 'notice.onlineAgain')),
      onError: sayFailure,
    });
  });
  useCommand('view.toggleDensity', () => setDensity(density === 'compact' ? 'comfortable' : 'compact'));
  useCommand('app.lock', () => void call('vault.lock', null).catch(sayFailure));
  return rooms.map((room) => <RoomCommand key={room.id} room={room} />);
}

function RoomCommand({ room }: { room: Room }) {
  useCommand(room.command, () => navigate(room.id));
  return null;
}

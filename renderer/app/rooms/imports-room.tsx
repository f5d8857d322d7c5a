import { ImportScreen } from '../../features/imports/import-screen.tsx';
import { navigate } from '../navigation.ts';

/** Importing activities leads back to health, importing reports to the queue. */
export function ImportsRoom() {
  return <ImportScreen onClose={() => navigate('health')} onQueue={() => navigate('queue')} />;
}

import { ImportScreen } from '../../features/imports/import-screen.tsx';
import { navigate } from '../navigation.ts';

/** Importing leads back to health. */
export function ImportsRoom() {
  return <ImportScreen onClose={() => navigate('health')} />;
}

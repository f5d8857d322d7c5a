import { HealthScreen } from '../../features/health/health-screen.tsx';
import { navigate } from '../navigation.ts';

/** The health room: importing activities is a room of its own. */
export function HealthRoom() {
  return <HealthScreen onImport={() => navigate('imports')} />;
}

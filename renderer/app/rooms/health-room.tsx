import { HealthScreen } from '../../features/health/health-screen.tsx';
import { useScreenDoors } from '../files/use-screen-doors.ts';
import { navigate, type RoomProps } from '../navigation.ts';

/** The health room: its part is the first thing after its name in "#/health/resilience". */
export function HealthRoom({ rest }: RoomProps) {
  return <HealthScreen tab={rest[0]} onTab={(tab) => navigate('health', tab)} doors={useScreenDoors()} />;
}

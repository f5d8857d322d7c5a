import { OutreachScreen } from '../../features/outreach/outreach-screen.tsx';
import { useScreenDoors } from '../files/use-screen-doors.ts';
import { navigate, type RoomProps } from '../navigation.ts';

/** Outreach: its part is the first thing after its name in "#/outreach/missing". */
export function OutreachRoom({ rest }: RoomProps) {
  return <OutreachScreen tab={rest[0]} onTab={(tab) => navigate('outreach', tab)} doors={useScreenDoors()} />;
}

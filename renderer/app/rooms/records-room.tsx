import { RecordsScreen } from '../../features/records/records-screen.tsx';
import type { RoomProps } from '../navigation.ts';

/** Outreach records: the kind that is open is the first thing after the room in "#/records/event". */
export function RecordsRoom({ rest }: RoomProps) {
  return <RecordsScreen open={rest[0]} />;
}

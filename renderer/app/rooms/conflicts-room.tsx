import { ConflictsScreen } from '../../features/conflicts/conflicts-screen.tsx';
import { navigate } from '../navigation.ts';

/** Conflicts lead to their case in the queue. */
export function ConflictsRoom() {
  return <ConflictsScreen onOpenCase={(caseId) => navigate('queue', caseId)} />;
}

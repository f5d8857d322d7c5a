import { CasePane } from '../../features/case/case-pane.tsx';
import { DecisionPane } from '../../features/case/decision-pane.tsx';
import { forgetCasesWhenLocked } from '../../features/case/forget-when-locked.ts';
import { caseQuery } from '../../features/case/queries.ts';
import { type CasePlace, CaseRoom } from '../../features/queue/case-room.tsx';
import { forgetRoomsWhenLocked } from '../../features/queue/room-memory.ts';
import { navigate, type RoomProps } from '../navigation.ts';
import { queryClient } from '../query-client.ts';

// For as long as the window lives: locking unmounts the rooms, and they must not keep anything.
forgetCasesWhenLocked();
forgetRoomsWhenLocked();

function casePanes(place: CasePlace) {
  const hooks = { ...place, openConflicts: () => navigate('conflicts') };
  return {
    case: <CasePane caseId={place.caseId} hooks={hooks} focusTurn={place.focusTurn} silent={place.nothingToOpen} />,
    decision: <DecisionPane caseId={place.caseId} hooks={hooks} />,
  };
}

function prefetchCase(caseId: number): void {
  void queryClient.prefetchQuery(caseQuery(caseId));
}

function askedCase([first]: readonly string[]): number | null {
  const caseId = Number(first);
  return Number.isSafeInteger(caseId) && caseId > 0 ? caseId : null;
}

/** The queue: what is still to be done. */
export function QueueRoom({ rest }: RoomProps) {
  return (
    <CaseRoom
      id="queue"
      views={['open', 'mine', 'waiting']}
      asked={askedCase(rest)}
      prefetch={prefetchCase}
      panes={casePanes}
    />
  );
}

/** Cases that have been decided, everything there is, and what is on its way to a server. */
export function CasesRoom({ rest }: RoomProps) {
  return (
    <CaseRoom
      id="cases"
      views={['decided', 'sending', 'all']}
      asked={askedCase(rest)}
      prefetch={prefetchCase}
      panes={casePanes}
    />
  );
}

import { useMemo } from 'react';
import type { DashboardSteps } from './dashboard-steps.tsx';
import type { CardDoors } from './metric-card.tsx';
import type { ScreenDoors } from './screen-doors.ts';

/** The doors of one community's cards. They stay the same between renders, so that no card is drawn again for them. */
export function useCardDoors(doors: ScreenDoors, communityId: number, unit: DashboardSteps['unit']): CardDoors {
  return useMemo(
    () => ({
      ...doors,
      onSaveCsv: (metricId) => doors.saveCsv({ communityId, metricId, unit }),
      onSavePicture: (metricId, draw) => doors.savePicture({ communityId, metricId }, draw),
    }),
    [doors, communityId, unit],
  );
}

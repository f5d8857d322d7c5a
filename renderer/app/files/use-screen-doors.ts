import { useMemo } from 'react';
import type { DataRoom } from '../../ui/charts/missing-chart.tsx';
import type { ScreenDoors } from '../../ui/charts/screen-doors.ts';
import { call } from '../api.ts';
import { isRoom, navigate } from '../navigation.ts';
import { useSaveText } from './use-save-text.ts';

const dataRooms: readonly DataRoom[] = ['imports', 'records', 'identity', 'communities'];

/** The doors of a screen with charts: to the rooms that take data, and to files. */
export function useScreenDoors(): ScreenDoors {
  const save = useSaveText();
  return useMemo(
    () => ({
      rooms: dataRooms.filter(isRoom),
      onOpen: (room) => {
        if (isRoom(room)) navigate(room);
      },
      saveCsv: (input) => save('csv', () => call('health.metricCsv', input)),
      savePicture: (input, draw) => save('picture', async () => await draw(await call('health.metricExport', input))),
    }),
    [save],
  );
}

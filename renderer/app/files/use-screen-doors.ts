import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardPictureFile } from '../../ui/charts/metric-card.tsx';
import type { DataRoom } from '../../ui/charts/missing-chart.tsx';
import type { ScreenDoors } from '../../ui/charts/screen-doors.ts';
import { notify } from '../../ui/notices.tsx';
import { call } from '../api.ts';
import { useFailureWords } from '../failure-words.tsx';
import { isRoom, navigate } from '../navigation.ts';

/** Long enough to be read twice, in milliseconds. */
const failureStays = 20_000;
const dataRooms: readonly DataRoom[] = ['imports', 'records', 'identity', 'communities'];

/** The doors of a screen with charts. A file that could not be written says why; one that was cancelled says nothing. */
export function useScreenDoors(): ScreenDoors {
  const { t } = useTranslation('dashboards');
  const words = useFailureWords();
  return useMemo(() => {
    const save = async (purpose: 'csv' | 'picture', make: () => Promise<CardPictureFile>): Promise<void> => {
      try {
        const { text, suggestedName } = await make();
        const target = await call('app.chooseSave', { purpose, suggestedName });
        if (!target) return;
        await call('app.saveText', { file: target.file, text });
        notify(t('state.saved'));
      } catch (error) {
        notify(t('state.saveFailed', { reason: words(error) }), { stay: failureStays });
      }
    };
    return {
      rooms: dataRooms.filter(isRoom),
      onOpen: (room) => {
        if (isRoom(room)) navigate(room);
      },
      saveCsv: (input) => void save('csv', () => call('health.metricCsv', input)),
      savePicture: (input, draw) =>
        void save('picture', async () => await draw(await call('health.metricExport', input))),
    };
  }, [t, words]);
}

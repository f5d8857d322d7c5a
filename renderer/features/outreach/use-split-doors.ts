import { useMemo } from 'react';
import type { SplitPage } from '../../../shared/ipc/topics/dashboards.ts';
import { call, HearthFailure } from '../../app/api.ts';
import { useSaveText } from '../../app/files/use-save-text.ts';
import type { CardDoors } from '../../ui/charts/metric-card.tsx';
import type { ScreenDoors } from '../../ui/charts/screen-doors.ts';
import { useSplitCards } from './use-split-cards.tsx';

/**
 * The doors of a split's cards. Files and pictures are made anew of the frozen quarter, whatever the screen shows; without
 * one there are no buttons for them.
 */
export function useSplitDoors({ rooms, onOpen }: ScreenDoors, page: SplitPage): CardDoors {
  const saveText = useSaveText();
  const cardsOf = useSplitCards();
  return useMemo(() => {
    const seeing = { rooms, onOpen };
    if (page.files.state !== 'quarter') return seeing;
    const { communityId, question, measure } = page;
    const asked = { communityId, question, measure };
    return {
      ...seeing,
      onSaveCsv: (metricId) => saveText('csv', () => call('health.splitCsv', { ...asked, metricId })),
      onSavePicture: (metricId, draw) =>
        saveText('picture', async () => {
          const exported = await call('health.split', { ...asked, time: 'quarter' });
          const card = cardsOf(exported, true).find(({ chart }) => chart.metricId === metricId);
          if (!card || card.chart.shape.kind === 'missing') throw new HearthFailure({ code: 'nothing-to-report' });
          const { text } = await draw(card.chart, card.own);
          return { text, suggestedName: `${metricId}-${question}.svg`.toLowerCase() };
        }),
    };
  }, [rooms, onOpen, page, saveText, cardsOf]);
}

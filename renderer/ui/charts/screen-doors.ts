import type { DrawPicture } from './metric-card.tsx';
import type { DataDoors } from './missing-chart.tsx';

/** What the rooms of charts can do beyond themselves: save files, and lead to where missing data are entered. */
export interface ScreenDoors extends DataDoors {
  readonly saveCsv: (input: { communityId: number; metricId: string; unit: 'month' | 'quarter' }) => void;
  readonly savePicture: (input: { communityId: number; metricId: string }, draw: DrawPicture) => void;
}

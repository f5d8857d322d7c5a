import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { MetricChart } from '../../../shared/domain/health/chart.ts';
import { type CardOwn, CardPicture, titleOf } from './card-picture.tsx';
import { useChartWords } from './chart-words.ts';
import { pictureOf } from './picture/picture-of.ts';

interface Staged {
  readonly chart: MetricChart;
  readonly own: CardOwn | undefined;
  readonly done: (text: string) => void;
}

/** Frames to wait for a drawing that measures itself; it needs two or three. */
const mostFrames = 120;
const nowhere = { rooms: [], onOpen: () => undefined };

/**
 * Draws a chart that is not the one on the screen: what leaves follows stricter rules than what the team sees, so its
 * picture is made from the exported chart, beside the screen and out of sight. `stage` has to be rendered for it.
 */
export function useExportPicture(): {
  draw: (chart: MetricChart, own?: CardOwn) => Promise<string>;
  stage: ReactNode;
} {
  const words = useChartWords();
  const [staged, setStaged] = useState<Staged | null>(null);
  const element = useRef<HTMLDivElement>(null);
  const draw = useCallback(
    (chart: MetricChart, own?: CardOwn) => new Promise<string>((done) => setStaged({ chart, own, done })),
    [],
  );

  useEffect(() => {
    if (!staged) return undefined;
    const { chart, own, done } = staged;
    const title = titleOf(chart, own, words);
    let frames = 0;
    let handle = 0;
    const look = (): void => {
      frames += 1;
      const drawn = element.current;
      if (drawn && (isDrawn(drawn) || frames >= mostFrames)) {
        done(pictureOf(drawn, { title, description: words.sentence(chart.finding) }));
        setStaged(null);
        return;
      }
      handle = requestAnimationFrame(look);
    };
    handle = requestAnimationFrame(look);
    return () => cancelAnimationFrame(handle);
  }, [staged, words]);

  const stage = staged && (
    <div className="ui-export-stage" aria-hidden inert>
      <CardPicture chart={staged.chart} own={staged.own} doors={nowhere} picture={element} />
    </div>
  );
  return { draw, stage };
}

/** True once every plot has put its axes on the page. */
function isDrawn(element: HTMLElement): boolean {
  const plots = [...element.querySelectorAll('.ui-plot')];
  return plots.every((plot) => plot.querySelector('.recharts-surface') !== null);
}

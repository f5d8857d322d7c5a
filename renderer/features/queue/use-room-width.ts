import { type RefObject, useEffect, useState } from 'react';

/** How many panes fit beside each other. Widths in rem, so that zoom and larger type count. */
export type RoomWidth = 'narrow' | 'medium' | 'wide';

const wide = 50;
const medium = 36;

function widthOf(pixels: number): RoomWidth {
  const rem = pixels / Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  if (rem >= wide) return 'wide';
  return rem >= medium ? 'medium' : 'narrow';
}

/** Watches the width of an element and says how many panes fit into it. */
export function useRoomWidth(room: RefObject<HTMLElement | null>): RoomWidth {
  const [width, setWidth] = useState<RoomWidth>('wide');
  useEffect(() => {
    const element = room.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(widthOf(element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [room]);
  return width;
}

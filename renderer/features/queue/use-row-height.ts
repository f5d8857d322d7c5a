import { useSyncExternalStore } from 'react';

const fallback = 60;

function read(): number {
  const root = getComputedStyle(document.documentElement);
  const size = Number.parseFloat(root.getPropertyValue('--row-height'));
  const pixels = size * Number.parseFloat(root.fontSize);
  return Number.isFinite(pixels) && pixels > 0 ? Math.round(pixels) : fallback;
}

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-density', 'style', 'lang'] });
  window.addEventListener('resize', listener);
  return () => {
    observer.disconnect();
    window.removeEventListener('resize', listener);
  };
}

/** Height of a line in pixels, from the density token, so that the virtual list and the style sheet agree. */
export function useRowHeight(): number {
  return useSyncExternalStore(subscribe, read);
}

import type { Page } from '@playwright/test';

/** When the largest thing so far was painted, in milliseconds since 1970. Waits until something was. */
export function paintedAt(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const last = list.getEntries().at(-1);
          if (last) resolve(performance.timeOrigin + last.startTime);
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
}

/** Something that a key press must lead to: an element is there, and says something else than before. */
export interface Awaited {
  readonly selector: string;
  readonly otherThan?: string;
}

/**
 * Gets a page ready to time one key press: from the press until the frame that shows what is awaited has been painted.
 * Answers a function that waits for the milliseconds.
 */
export async function armKeyPress(page: Page, awaited: Awaited): Promise<() => Promise<number>> {
  await page.evaluate(({ selector, otherThan }) => {
    const isThere = () => {
      const text = document.querySelector(selector)?.textContent ?? null;
      return text !== null && text !== otherThan;
    };
    const timed = new Promise<number>((resolve) => {
      const onPress = (event: KeyboardEvent) => {
        const observer = new MutationObserver(() => {
          if (!isThere()) return;
          observer.disconnect();
          // After the frame callback comes the frame; a message is handled when it is out.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - event.timeStamp);
            port2.postMessage(null);
          });
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      };
      window.addEventListener('keydown', onPress, { capture: true, once: true });
    });
    (window as unknown as { benchTimed: Promise<number> }).benchTimed = timed;
  }, awaited);
  return () => page.evaluate(() => (window as unknown as { benchTimed: Promise<number> }).benchTimed);
}

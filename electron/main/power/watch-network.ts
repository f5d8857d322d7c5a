import { net } from 'electron';

/** Main has no event for this, and asking costs nothing: Chromium keeps the answer ready. In milliseconds. */
const askEvery = 2_000;

/** Says when the machine loses or finds its network. Answers the function that stops watching. */
export function watchNetwork(onChange: (online: boolean) => void): () => void {
  let online = net.isOnline();
  const timer = setInterval(() => {
    const now = net.isOnline();
    if (now === online) return;
    online = now;
    onChange(now);
  }, askEvery);
  timer.unref();
  return () => clearInterval(timer);
}

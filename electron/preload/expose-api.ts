import { contextBridge, ipcRenderer } from 'electron';
import { channels } from '../../shared/ipc/channels.ts';
import { eventNames } from '../../shared/ipc/events.ts';

// Plain lists and plain functions: the bridge copies values, so a caller can't reach anything behind them.
const allowedChannels: ReadonlySet<string> = new Set(channels);
const allowedEvents: ReadonlySet<string> = new Set(eventNames);

contextBridge.exposeInMainWorld('hearth', {
  call: (channel: unknown, input: unknown) =>
    typeof channel === 'string' && allowedChannels.has(channel)
      ? ipcRenderer.invoke(channel, input)
      : Promise.resolve({ ok: false, error: { code: 'not-found' } }),
  on: (event: unknown, listener: (payload: unknown) => void) => {
    if (typeof event !== 'string' || !allowedEvents.has(event)) return () => {};
    // The event object carries ipcRenderer itself and stays on this side.
    const forward = (_event: unknown, payload: unknown) => listener(payload);
    ipcRenderer.on(event, forward);
    return () => {
      ipcRenderer.removeListener(event, forward);
    };
  },
});

import { type BrowserWindow, powerMonitor } from 'electron';
import type { EventName, Events } from '../../shared/ipc/events.ts';
import { completeSettings, type SettingValues } from '../../shared/settings/settings.ts';
import { startAutoLock } from './power/auto-lock.ts';

export interface FollowSettingsOptions {
  readonly window: () => BrowserWindow | null;
  readonly readSettings: () => Promise<unknown>;
  readonly lock: () => void;
  /** The language or another look may have changed. */
  readonly onLooks: () => void;
}

export interface FollowedSettings {
  /** To be shown every event of the data process: some mean that settings may have changed. */
  readonly see: (name: EventName, payload: unknown) => void;
  readonly screenLocked: () => void;
}

/** Keeps to the settings that concern the window and the lock: reads them when the store opens and when they change. */
export function followSettings(options: FollowSettingsOptions): FollowedSettings {
  let settings: SettingValues | null = null;

  async function read(): Promise<void> {
    settings = completeSettings((await options.readSettings()) as Readonly<Record<string, unknown>>);
    options.window()?.setContentProtection(settings['lock.hideFromCapture']);
    options.onLooks();
  }
  startAutoLock({
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
    lockAfterMinutes: () => settings?.['lock.afterMinutes'] ?? 0,
    lock: options.lock,
  });
  return {
    see(name, payload) {
      const opened = name === 'vault.changed' && (payload as Events['vault.changed']).state === 'open';
      const changed = name === 'data.changed' && (payload as Events['data.changed']).topics.includes('settings');
      if (opened || changed) read().catch(() => {});
    },
    screenLocked() {
      if (settings?.['lock.withScreen']) options.lock();
    },
  };
}

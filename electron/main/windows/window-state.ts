import { readFileSync, renameSync, writeFileSync } from 'node:fs';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface WindowState extends Rectangle {
  readonly maximized: boolean;
}

export const smallestWindow = { width: 1024, height: 640 } as const;
const firstSize = { width: 1440, height: 900 } as const;
/** So much of the title bar must lie on a screen for the window to be reachable with a mouse, in pixels. */
const reachable = 100;

/**
 * Where the window should open: where it was, when a screen is still there; otherwise in the middle of the main screen.
 * Never larger than that screen's work area, never smaller than the smallest window.
 */
export function placeWindow(saved: WindowState | null, workAreas: readonly Rectangle[]): WindowState {
  const main = workAreas[0] ?? { x: 0, y: 0, ...firstSize };
  const wished = saved ?? { ...firstSize, x: Number.NaN, y: Number.NaN, maximized: false };
  const screen = workAreas.find((area) => isReachable(wished, area)) ?? main;
  const width = Math.max(smallestWindow.width, Math.min(wished.width, screen.width));
  const height = Math.max(smallestWindow.height, Math.min(wished.height, screen.height));
  const stays = isReachable(wished, screen);
  return {
    width,
    height,
    x: stays ? wished.x : Math.round(screen.x + Math.max(0, screen.width - width) / 2),
    y: stays ? wished.y : Math.round(screen.y + Math.max(0, screen.height - height) / 2),
    maximized: wished.maximized,
  };
}

function isReachable({ x, y, width }: Rectangle, area: Rectangle): boolean {
  const shown = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
  return shown >= reachable && y >= area.y && y <= area.y + area.height - reachable;
}

/** Reads what was saved; null when there is nothing usable. A damaged file costs the position and nothing else. */
export function readWindowState(file: string): WindowState | null {
  try {
    const { x, y, width, height, maximized } = JSON.parse(readFileSync(file, 'utf8'));
    const numbers = [x, y, width, height];
    return numbers.every(Number.isSafeInteger) ? { x, y, width, height, maximized: maximized === true } : null;
  } catch {
    return null;
  }
}

/** Saves the state in one step, so that a crash leaves the old file or the new one. Failing to save is no error. */
export function saveWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
  } catch {
    // A read-only profile opens the window at its first place next time.
  }
}

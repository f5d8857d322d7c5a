import type { SettingValues } from '../../shared/settings/settings.ts';
import { directionOf, type Language } from '../../shared/strings/languages.ts';

/** Hangs language, direction, theme, density, motion and size on <html>; the tokens do the rest. */
export function applyLooks(root: HTMLElement, values: SettingValues, language: Language): void {
  root.lang = language;
  root.dir = directionOf(language);
  setOrRemove(root, 'theme', values.theme === 'system' ? null : values.theme);
  setOrRemove(root, 'density', values.density);
  setOrRemove(root, 'motion', values.motion === 'reduced' ? 'reduced' : null);
  // Everything is measured in rem, so one font size is the zoom.
  root.style.fontSize = `${values.zoom * 100}%`;
}

function setOrRemove(root: HTMLElement, name: string, value: string | null): void {
  if (value === null) delete root.dataset[name];
  else root.dataset[name] = value;
}

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../renderer/ui/tokens/colour.css', import.meta.url), 'utf8');
const everyday = css.slice(0, css.indexOf('@media (prefers-contrast'));

/** Relative luminance after WCAG 2.2. */
function luminance(hex: string): number {
  const channel = (from: number): number => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function token(name: string, theme: 'light' | 'dark'): string {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(everyday);
  if (!found) throw new Error(`no token --${name}`);
  return (theme === 'light' ? found[1] : found[2]) as string;
}

const grounds = [
  'surface-sunken',
  'surface-canvas',
  'surface-pane',
  'surface-raised',
  'surface-hover',
  'surface-selected',
];
const meanings = ['harm', 'care', 'waiting', 'done'];

describe.each(['light', 'dark'] as const)('%s theme', (theme) => {
  const ratio = (one: string, other: string): number => contrast(token(one, theme), token(other, theme));

  it.each(grounds)('reading text on %s is at least 7:1', (ground) => {
    expect(ratio('text', ground)).toBeGreaterThanOrEqual(7);
    expect(ratio('text-quiet', ground)).toBeGreaterThanOrEqual(7);
  });

  it.each(grounds)('faint text and links on %s are at least 4.5:1', (ground) => {
    expect(ratio('text-faint', ground)).toBeGreaterThanOrEqual(4.5);
    expect(ratio('accent-text', ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(meanings)('%s words on their own ground are at least 7:1, their edge 3:1', (meaning) => {
    expect(ratio(`${meaning}-text`, `${meaning}-surface`)).toBeGreaterThanOrEqual(7);
    expect(ratio(`${meaning}-line`, 'surface-pane')).toBeGreaterThanOrEqual(3);
    expect(ratio('text-quiet', `${meaning}-surface`)).toBeGreaterThanOrEqual(7);
  });

  it('numbers on every shade of a table are at least 4.5:1', () => {
    for (const shade of [0, 1, 2, 3]) expect(ratio('text', `chart-shade-${shade}`)).toBeGreaterThanOrEqual(4.5);
    for (const shade of [4, 5]) expect(ratio('chart-shade-text', `chart-shade-${shade}`)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(grounds)('control edges and focus on %s are at least 3:1', (ground) => {
    expect(ratio('line-strong', ground)).toBeGreaterThanOrEqual(3);
    expect(ratio('focus', ground)).toBeGreaterThanOrEqual(3);
  });

  it('words on solid buttons are at least 7:1', () => {
    expect(ratio('text-on-accent', 'accent')).toBeGreaterThanOrEqual(7);
    expect(ratio('text-on-harm', 'harm-solid')).toBeGreaterThanOrEqual(7);
    expect(ratio('text', 'surface-cover')).toBeGreaterThanOrEqual(7);
  });
});

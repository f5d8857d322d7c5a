import { type Canvas, placeIn, plainColour } from './picture-canvas.ts';

/** What style sheets give a drawing; in the picture it stands as attributes. */
const properties = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'opacity',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;

const dropped = ['class', 'style', 'tabindex', 'role', 'aria-hidden', 'aria-label'] as const;
const fonts = 'Inter, "Inter Variable", "Noto Sans Arabic", "Noto Sans JP", system-ui, sans-serif';

/** A drawing of the page at its place in the picture, with the looks that its style sheets gave it. */
export function copyDrawing(canvas: Canvas, drawing: SVGSVGElement): void {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll<SVGElement>('*')];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  for (const [at, original] of originals.entries()) {
    const one = copies[at];
    if (one) takeLooks(original, one);
  }
  const box = drawing.getBoundingClientRect();
  for (const [name, value] of Object.entries(placeIn(canvas, box))) copy.setAttribute(name, String(value));
  copy.setAttribute('viewBox', drawing.getAttribute('viewBox') ?? `0 0 ${box.width} ${box.height}`);
  copy.setAttribute('overflow', 'visible');
  canvas.svg.append(copy);
}

function takeLooks(original: SVGElement, copy: SVGElement): void {
  const style = getComputedStyle(original);
  for (const name of properties) {
    const value = style.getPropertyValue(name);
    if (value !== '') copy.setAttribute(name, plainColour(value));
  }
  if (original instanceof SVGTextElement) copy.setAttribute('font-family', fonts);
  for (const name of dropped) copy.removeAttribute(name);
}

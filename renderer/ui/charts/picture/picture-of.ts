import { copyDrawing } from './copy-drawing.ts';
import { drawBox } from './draw-box.ts';
import { drawText } from './draw-text.ts';
import { type Canvas, createCanvas, svgElement } from './picture-canvas.ts';

/** Room around the card in the picture, in pixels. */
const margin = 24;

/**
 * A picture of an element as SVG text: boxes, drawings and words where they stand on screen, in light colours. It is made
 * from what is on the page alone, so it can hold nothing that the page does not show.
 */
export function pictureOf(element: HTMLElement, words: { title: string; description: string }): string {
  const root = document.documentElement;
  const theme = root.dataset.theme;
  // Measured and put back before the next frame: nobody sees the page like this.
  root.dataset.theme = 'light';
  element.dataset.drawn = '';
  try {
    return draw(element, words);
  } finally {
    delete element.dataset.drawn;
    if (theme === undefined) delete root.dataset.theme;
    else root.dataset.theme = theme;
  }
}

function draw(element: HTMLElement, { title, description }: { title: string; description: string }): string {
  const place = element.getBoundingClientRect();
  const canvas = createCanvas(place.x - margin, place.y - margin);
  visit(canvas, element);
  // Tables may be wider than the screen shows; the picture has room for all of them. From right to left they reach to the left.
  const left = canvas.reach.left < 0 ? Math.floor(canvas.reach.left - margin) : 0;
  const width = Math.ceil(Math.max(place.width + 2 * margin, canvas.reach.right + margin)) - left;
  const height = Math.ceil(Math.max(place.height + 2 * margin, canvas.reach.bottom + margin));
  canvas.svg.setAttribute('viewBox', `${left} 0 ${width} ${height}`);
  canvas.svg.setAttribute('width', String(width));
  canvas.svg.setAttribute('height', String(height));
  const ground = svgElement('rect', { x: left, width, height, fill: getComputedStyle(element).backgroundColor });
  const said = [svgElement('title', {}), svgElement('desc', {})] as const;
  said[0].textContent = title;
  said[1].textContent = description;
  canvas.svg.prepend(...said, canvas.definitions, ground);
  return new XMLSerializer().serializeToString(canvas.svg);
}

const unseen = '.ui-visually-hidden, .recharts-tooltip-wrapper, button';

function visit(canvas: Canvas, node: Node): void {
  if (node instanceof Text) {
    drawText(canvas, node);
    return;
  }
  if (!(node instanceof Element) || node.matches(unseen)) return;
  const style = getComputedStyle(node);
  if (style.display === 'none' || style.visibility === 'hidden') return;
  if (node instanceof SVGSVGElement) {
    copyDrawing(canvas, node);
    return;
  }
  if (node instanceof HTMLElement) drawBox(canvas, node, style);
  for (const child of node.childNodes) visit(canvas, child);
}

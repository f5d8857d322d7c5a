const namespace = 'http://www.w3.org/2000/svg';

/** A picture in the making. Places on the page become places in the picture by its origin. */
export interface Canvas {
  readonly svg: SVGSVGElement;
  readonly definitions: SVGDefsElement;
  /** Names of patterns by the gradient of the page they stand for. */
  readonly patterns: Map<string, string>;
  readonly origin: { readonly x: number; readonly y: number };
  /** How far to both sides and down anything has been drawn so far. */
  readonly reach: { left: number; right: number; bottom: number };
}

export function createCanvas(x: number, y: number): Canvas {
  const svg = svgElement('svg', {});
  const reach = { left: 0, right: 0, bottom: 0 };
  return { svg, definitions: svgElement('defs', {}), patterns: new Map(), origin: { x, y }, reach };
}

/** A new element of a drawing, with its attributes. */
export function svgElement<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, tidy(value));
  return element;
}

function tidy(value: string | number): string {
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : value;
}

/** The place of a box of the page in the picture, remembered as drawn. */
export function placeIn(canvas: Canvas, box: DOMRect): { x: number; y: number; width: number; height: number } {
  const x = box.x - canvas.origin.x;
  const y = box.y - canvas.origin.y;
  canvas.reach.left = Math.min(canvas.reach.left, x);
  canvas.reach.right = Math.max(canvas.reach.right, x + box.width);
  canvas.reach.bottom = Math.max(canvas.reach.bottom, y + box.height);
  return { x, y, width: box.width, height: box.height };
}

/** Mixed colours are computed as `color(srgb …)`, which programs that draw pictures rarely know. */
export function plainColour(colour: string): string {
  const found = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.]+))?\)$/.exec(colour);
  if (!found) return colour;
  const [red, green, blue] = found.slice(1, 4).map((part) => Math.round(Number(part) * 255));
  return `rgba(${red}, ${green}, ${blue}, ${found[4] ?? 1})`;
}

/** True for a colour that leaves nothing to see. */
export function isClear(colour: string): boolean {
  return colour === 'transparent' || /,\s*0\)$/.test(plainColour(colour));
}

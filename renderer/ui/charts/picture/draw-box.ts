import { type Canvas, isClear, placeIn, plainColour, svgElement } from './picture-canvas.ts';

const sides = ['top', 'right', 'bottom', 'left'] as const;

/** The ground, pattern and edges of one box of the page. */
export function drawBox(canvas: Canvas, element: HTMLElement, style: CSSStyleDeclaration): void {
  const box = element.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return;
  const radius = Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, box.height / 2);
  const fill = (paint: string, opacity = style.opacity): void => {
    canvas.svg.append(svgElement('rect', { ...placeIn(canvas, box), rx: radius, fill: paint, opacity }));
  };
  if (!isClear(style.backgroundColor)) fill(plainColour(style.backgroundColor));
  if (style.backgroundImage !== 'none') {
    if (style.backgroundSize.endsWith('2px'))
      drawMiddle(canvas, box, colourIn(style.backgroundImage), style.backgroundSize);
    else fill(`url(#${patternFor(canvas, style.backgroundImage)})`);
  }
  for (const side of sides) drawEdge(canvas, box, side, style);
}

/** The first colour a gradient names that can be seen. */
function colourIn(gradient: string): string {
  const colours = gradient.match(/(?:rgba?|color)\([^)]*\)/g) ?? [];
  return plainColour(colours.find((colour) => !isClear(colour)) ?? 'rgb(0, 0, 0)');
}

/** Intervals, ranges and dashes are backgrounds two pixels high in the middle of their box. */
function drawMiddle(canvas: Canvas, box: DOMRect, colour: string, size: string): void {
  const { x, y, width, height } = placeIn(canvas, box);
  const length = size.startsWith('100%') ? width : Number.parseFloat(size);
  const rect = { x: x + (width - length) / 2, y: y + height / 2 - 1, width: length, height: 2, fill: colour };
  canvas.svg.append(svgElement('rect', rect));
}

/** One pattern for each gradient of the page. Dots, lines, slants and grids stay apart. */
function patternFor(canvas: Canvas, gradient: string): string {
  const known = canvas.patterns.get(gradient);
  if (known) return known;
  const id = `pattern-${canvas.patterns.size + 1}`;
  canvas.patterns.set(gradient, id);
  const pattern = svgElement('pattern', {
    id,
    width: 6,
    height: 6,
    patternUnits: 'userSpaceOnUse',
  });
  const colour = colourIn(gradient);
  const stroke = { stroke: colour, 'stroke-width': 1.5, fill: 'none' };
  if (gradient.startsWith('radial')) pattern.append(svgElement('circle', { cx: 3, cy: 3, r: 1.4, fill: colour }));
  else pattern.append(svgElement('path', { d: strokesOf(gradient), ...stroke }));
  canvas.definitions.append(pattern);
  return id;
}

function strokesOf(gradient: string): string {
  if (gradient.includes('90deg')) return 'M3 0V6M0 3H6';
  return gradient.includes('135deg') ? 'M-1 1L1 -1M0 6L6 0M5 7L7 5' : 'M0 3H6';
}

function drawEdge(canvas: Canvas, box: DOMRect, side: (typeof sides)[number], style: CSSStyleDeclaration): void {
  const width = Number.parseFloat(style.getPropertyValue(`border-${side}-width`));
  const colour = style.getPropertyValue(`border-${side}-color`);
  if (!width || style.getPropertyValue(`border-${side}-style`) === 'none' || isClear(colour)) return;
  const { x, y, width: long, height: tall } = placeIn(canvas, box);
  const lies = side === 'top' || side === 'bottom';
  const rect = {
    x: side === 'right' ? x + long - width : x,
    y: side === 'bottom' ? y + tall - width : y,
    width: lies ? long : width,
    height: lies ? width : tall,
    fill: plainColour(colour),
  };
  canvas.svg.append(svgElement('rect', rect));
}

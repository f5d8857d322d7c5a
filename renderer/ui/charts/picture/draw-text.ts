import { type Canvas, placeIn, plainColour, svgElement } from './picture-canvas.ts';

/** Where the foot of letters lies under the middle of their line, as a part of their size. */
const footUnderMiddle = 0.35;
const fonts = 'Inter, "Inter Variable", "Noto Sans Arabic", "Noto Sans JP", system-ui, sans-serif';

/** The words of a text node, line by line as they are broken on the page. */
export function drawText(canvas: Canvas, node: Text): void {
  const parent = node.parentElement;
  if (!parent || node.data.trim() === '') return;
  const style = getComputedStyle(parent);
  const size = Number.parseFloat(style.fontSize);
  const rightToLeft = style.direction === 'rtl';
  for (const { text, box } of linesOf(node)) {
    const place = placeIn(canvas, box);
    const element = svgElement('text', {
      x: rightToLeft ? place.x + place.width : place.x,
      y: place.y + place.height / 2 + size * footUnderMiddle,
      fill: plainColour(style.color),
      'font-family': fonts,
      'font-size': size,
      'font-weight': Number(style.fontWeight) >= 600 ? 600 : 400,
      direction: style.direction,
      // Keeps words in their place where another font stands in; joined letters must not be pulled apart.
      ...(/\p{Script=Arabic}/u.test(text) ? {} : { textLength: place.width, lengthAdjust: 'spacingAndGlyphs' }),
    });
    element.textContent = text;
    canvas.svg.append(element);
  }
}

interface TextLine {
  readonly text: string;
  readonly box: DOMRect;
}

/** A text node cut where the page breaks it. */
function linesOf(node: Text): readonly TextLine[] {
  const range = document.createRange();
  const boxOf = (start: number, end: number): DOMRect => {
    range.setStart(node, start);
    range.setEnd(node, end);
    return range.getBoundingClientRect();
  };
  const lines: { start: number; end: number; top: number }[] = [];
  for (const word of node.data.matchAll(/\S+/g)) {
    const start = word.index;
    const end = start + word[0].length;
    const box = boxOf(start, end);
    const last = lines.at(-1);
    if (last && Math.abs(last.top - box.top) < box.height / 2) last.end = end;
    else lines.push({ start, end, top: box.top });
  }
  return lines.map(({ start, end }) => ({ text: node.data.slice(start, end), box: boxOf(start, end) }));
}

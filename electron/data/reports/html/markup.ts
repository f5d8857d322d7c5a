const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A piece of a page. A plain string can't pass for one, so nothing gets into a page unescaped. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Markup from a template: texts and numbers set into it are escaped, markup is set as it is. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | number | Markup)[]): Markup {
  let text = parts[0] ?? '';
  for (const [at, value] of values.entries()) {
    text += value instanceof Markup ? value.text : escapeText(String(value));
    text += parts[at + 1] ?? '';
  }
  return new Markup(text);
}

/** Several pieces one after another. */
export function join(pieces: readonly Markup[]): Markup {
  return new Markup(pieces.map((piece) => piece.text).join('\n'));
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

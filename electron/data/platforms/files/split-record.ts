/** Fields of one CSV record, or `open` where a quoted field is not closed yet and the record goes on in the next line. */
export type SplitRecord = readonly string[] | 'open';

/**
 * Splits a CSV record (RFC 4180). A quote opens a field only at its start; two quotes inside one stand for one.
 * Text after a closing quote is kept as it is, as spreadsheets do.
 */
export function splitRecord(text: string, delimiter: string): SplitRecord {
  if (!text.includes('"')) return text.split(delimiter);
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    const field = text[at] === '"' ? quotedField(text, at, delimiter) : plainField(text, at, delimiter);
    if (!field) return 'open';
    fields.push(field.value);
    if (field.end >= text.length) return fields;
    at = field.end + delimiter.length;
  }
}

interface Field {
  readonly value: string;
  /** Where the delimiter after the field is, or the end of the text. */
  readonly end: number;
}

function plainField(text: string, start: number, delimiter: string): Field {
  const found = text.indexOf(delimiter, start);
  const end = found === -1 ? text.length : found;
  return { value: text.slice(start, end), end };
}

function quotedField(text: string, start: number, delimiter: string): Field | undefined {
  let value = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return undefined;
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') {
      const rest = plainField(text, quote + 1, delimiter);
      return { value: value + rest.value, end: rest.end };
    }
    value += '"';
    from = quote + 2;
  }
}

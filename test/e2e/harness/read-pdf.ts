import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a test asks of a PDF. */
export interface PdfFacts {
  readonly pages: number;
  readonly tagged: boolean;
  readonly language: string | null;
  readonly title: string | null;
  /** Roles of its structure, as often as they occur. */
  readonly roles: Readonly<Record<string, number>>;
  readonly bookmarks: number;
  /** All text, pages one after another, in the order it is written. */
  readonly text: string;
}

interface StructureNode {
  readonly role?: string;
  readonly children?: readonly StructureNode[];
}

interface OutlineEntry {
  readonly items?: readonly OutlineEntry[];
}

function entriesOf({ items = [] }: OutlineEntry): number {
  return items.reduce((sum, entry) => sum + entriesOf(entry), 1);
}

/** Reads a PDF as a screen reader would: its text, its structure, its language. */
export async function readPdf(file: string): Promise<PdfFacts> {
  const document = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
  const roles: Record<string, number> = {};
  const count = (node: StructureNode | null) => {
    if (node?.role) roles[node.role] = (roles[node.role] ?? 0) + 1;
    for (const child of node?.children ?? []) count(child);
  };
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
    count((await page.getStructTree()) as StructureNode | null);
  }
  const { info } = await document.getMetadata();
  const facts = info as { readonly Language?: string; readonly Title?: string };
  const marks: unknown = await document.getMarkInfo();
  const outline = ((await document.getOutline()) ?? []) as readonly OutlineEntry[];
  const found = {
    pages: document.numPages,
    tagged: marks instanceof Map && marks.get('Marked') === true,
    language: facts.Language ?? null,
    title: facts.Title ?? null,
    roles,
    bookmarks: outline.reduce((sum, entry) => sum + entriesOf(entry), 0),
    text: texts.join('\n'),
  };
  await document.loadingTask.destroy();
  return found;
}

import { HearthError } from '../../../../../shared/ipc/errors.ts';
import { createLineSplitter } from '../../files/read-lines.ts';
import type { ArchiveBlock, ArchiveDocument, ArchiveSource, ReadingContext } from '../archive.ts';
import { numberAt, textAt } from '../json/json-shape.ts';
import { readHead } from '../read-head.ts';
import { itemOfLine } from './item-of-line.ts';
import { exportHead } from './write-activities.ts';

/** Activities that Hearth exported itself. */
export const hearth: ArchiveSource = {
  id: 'hearth',
  async recognise(_documents, file) {
    const [first = ''] = (await readHead(file)).split('\n', 1);
    const head = parsed(first);
    if (textAt(head, 'hearth') !== exportHead.hearth) return [];
    if (numberAt(head, 'version') !== exportHead.version) throw new HearthError('archive-unsupported');
    return [file];
  },
  read: readExport,
};

async function* readExport(
  documents: readonly ArchiveDocument[],
  context: ReadingContext,
): AsyncGenerator<ArchiveBlock> {
  for (const document of documents) {
    const splitter = createLineSplitter();
    const decoder = new TextDecoder('utf-8');
    const head = parsed((await readHead(document)).split('\n', 1)[0] ?? '');
    const isDisguised = textAt(head, 'people') === 'pseudonyms';
    const itemsOf = (lines: readonly (string | null)[]) =>
      lines
        .filter((line) => line !== '')
        .map((line) => itemOfLine(line === null ? null : parsed(line), context.now, isDisguised));
    let isFirst = true;
    let bytes = 0;
    for await (const chunk of document.read()) {
      context.signal.throwIfAborted();
      bytes += chunk.length;
      const { lines } = splitter.push(decoder.decode(chunk, { stream: true }));
      yield { items: itemsOf(isFirst ? lines.slice(1) : lines), bytes };
      if (lines.length > 0) isFirst = false;
    }
    const { lines } = splitter.end(decoder.decode());
    yield { items: itemsOf(isFirst ? lines.slice(1) : lines), bytes };
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

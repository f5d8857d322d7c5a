import { parseTime } from '../../files/parse-time.ts';
import type { RejectReason } from '../../files/reject-reasons.ts';
import type { ArchiveBlock, ArchiveDocument, ArchiveItem, ArchivePerson, ReadingContext } from '../archive.ts';
import { listAt, numberAt, textAt } from '../json/json-shape.ts';
import { readJsonValues } from '../json/read-json-values.ts';
import { readHead } from '../read-head.ts';
import { undoLatin1 } from './undo-latin1.ts';

/** A file of a Meta download that holds a list: bare, or under one of some keys, as versions differ. */
export interface ListFile {
  /** The end of its path; folders have moved over the years. */
  readonly pattern: RegExp;
  readonly keys: readonly string[];
  itemOf(value: unknown, owner: ArchivePerson, context: ReadingContext): ArchiveItem;
}

/** Documents that one of the files describes, in the order of the files. */
export function findListFiles(documents: readonly ArchiveDocument[], files: readonly ListFile[]): ArchiveDocument[] {
  return files.flatMap(({ pattern }) => documents.filter(({ name }) => pattern.test(name)));
}

/** Reads the lists one after the other, whose acts are mostly those of the account’s owner. */
export async function* readListFiles(
  documents: readonly ArchiveDocument[],
  files: readonly ListFile[],
  owner: ArchivePerson,
  context: ReadingContext,
): AsyncGenerator<ArchiveBlock> {
  let before = 0;
  for (const document of documents) {
    const file = files.find(({ pattern }) => pattern.test(document.name));
    if (!file) continue;
    for await (const { values, bytes } of readList(document, file.keys, context.signal)) {
      yield { items: values.map((value) => file.itemOf(value, owner, context)), bytes: before + bytes };
    }
    before += document.bytes;
  }
}

/** The entries of a list, whether it stands bare or under one of the keys. */
export async function* readList(document: ArchiveDocument, keys: readonly string[], signal: AbortSignal) {
  const isBare = /^[\s\ufeff]*\[/.test(await readHead(document));
  const paths = isBare ? ['$.*'] : keys.map((key) => `$.${key}.*`);
  for await (const { values, bytes } of readJsonValues(document.read(), { paths, signal })) {
    yield { values: values.map(({ value }) => value), bytes };
  }
}

/** A time that stands as seconds under one of the keys. */
export function secondsAt(value: unknown, key: string, { days, now }: ReadingContext): number | RejectReason {
  const seconds = numberAt(value, key);
  return parseTime(seconds === null ? '' : String(seconds), 'unix-seconds', days, now);
}

/** The first entry of `string_list_data`: a name, a link and a time. */
export function firstEntry(value: unknown): unknown {
  return listAt(value, 'string_list_data')[0];
}

/** A text with its letters as they were meant. */
export function meantAt(value: unknown, key: string): string {
  return undoLatin1(textAt(value, key) ?? '').trim();
}

/** Somebody whom these files know by name alone. */
export function personNamed(name: string): ArchivePerson {
  return { id: name, handle: name, name };
}

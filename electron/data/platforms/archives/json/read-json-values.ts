import { HearthError, hearthErrorFrom } from '../../../../../shared/ipc/errors.ts';
import { decoderLabel, sniffEncoding } from '../../files/text-encoding.ts';
import { createJsonReader, type FoundValue, type JsonOptions } from './json-reader.ts';

type Decoder = InstanceType<typeof TextDecoder>;

/**
 * Streams the wanted values of one JSON document, in its order, one record in memory at a time. Throws HearthError
 * `file-empty`, `file-not-text`, `file-encoding`, `archive-cut-off` where the document ends too early, `archive-damaged`
 * where it is no JSON or holds a record that can't be meant.
 */
export async function* readJsonValues(
  source: AsyncIterable<Uint8Array>,
  options: JsonOptions,
): AsyncGenerator<{ readonly values: readonly FoundValue[]; readonly bytes: number }> {
  const parser = createJsonReader(options);
  let decoder: Decoder | undefined;
  let bytes = 0;
  for await (const chunk of source) {
    options.signal?.throwIfAborted();
    if (chunk.length === 0) continue;
    decoder ??= decoderFor(chunk);
    bytes += chunk.length;
    const values = parser.write(decode(decoder, chunk));
    if (values.length > 0) yield { values, bytes };
  }
  if (!decoder) throw new HearthError('file-empty');
  const values = parser.end(decode(decoder));
  if (values.length > 0) yield { values, bytes };
}

function decoderFor(sample: Uint8Array): Decoder {
  const { encoding } = sniffEncoding(sample);
  // JSON is Unicode (RFC 8259): anything else would be a guess about names.
  if (encoding === 'latin-1') throw new HearthError('file-encoding');
  return new TextDecoder(decoderLabel(encoding), { fatal: true });
}

function decode(decoder: Decoder, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch (error) {
    throw hearthErrorFrom(error, chunk ? 'file-encoding' : 'archive-cut-off');
  }
}

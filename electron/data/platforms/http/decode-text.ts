/**
 * Bytes as text, or null when they are not text in any encoding the answer could mean. JSON is UTF-8 whatever the header
 * says, so UTF-8 is tried first; a declared legacy encoding is believed only for bytes that are not UTF-8.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string | null {
  const declared = /charset\s*=\s*"?([\w-]+)/i.exec(contentType ?? '')?.[1];
  return decodeAs(bytes, 'utf-8') ?? (declared === undefined ? null : decodeAs(bytes, declared));
}

function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

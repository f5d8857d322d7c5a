/** The address when it is an ordinary web link, otherwise null: other schemes never get as far as a screen. */
export function linkOrNull(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const { protocol } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? address : null;
}

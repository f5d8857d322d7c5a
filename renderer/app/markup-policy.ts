interface PolicyFactory {
  readonly createPolicy: (name: string, rules: { readonly createHTML: (text: string) => string | null }) => unknown;
}

/**
 * The page's own policy for markup made from text: there is none, but for the empty text with which a library clears an
 * element it made. Everything else is refused by the content security policy. Must run before any component.
 */
export function refuseMarkup(): void {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  factory?.createPolicy('default', { createHTML: (text) => (text === '' ? '' : null) });
}

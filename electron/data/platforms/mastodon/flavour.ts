/** What differs between servers that speak Mastodon's paths (research: `resolved`, paging, what the action call takes). */
export interface Flavour {
  readonly kind: 'mastodon' | 'gotosocial';
  /** Selects open reports. */
  readonly openFilter: string | null;
  /** The lists that together hold every report, in the order in which a pass must read them. */
  readonly newFilters: readonly (string | null)[];
  readonly pageSize: number;
  readonly lowestId: string;
}

/** `resolved` absent means open; up to 4.5 its mere presence, even `resolved=false`, means resolved. */
export const mastodonFlavour: Flavour = {
  kind: 'mastodon',
  openFilter: null,
  newFilters: [null, 'resolved=true'],
  pageSize: 200,
  lowestId: '0',
};

/** `resolved` absent means all. Identifiers are ULIDs. */
export const gotosocialFlavour: Flavour = {
  kind: 'gotosocial',
  openFilter: 'resolved=false',
  newFilters: [null],
  pageSize: 100,
  lowestId: '00000000000000000000000000',
};

/** The flavour that a server's software calls for. Forks of Mastodon count as Mastodon. */
export function flavourOf(software: string): Flavour {
  return software === 'gotosocial' ? gotosocialFlavour : mastodonFlavour;
}

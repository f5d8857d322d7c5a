import { PlatformError } from '../platform.ts';

export interface PageLinks {
  /** Path and query of the neighbouring page, on the same origin. `next` is older, `prev` is newer. */
  readonly next: string | null;
  readonly prev: string | null;
}

/**
 * The neighbours that a Link header names. A link to another host is refused: the token goes with every page. The scheme
 * is ours whatever the link says, since servers behind a proxy often write http.
 */
export function readPageLinks(header: string | null, origin: string): PageLinks {
  const links = { next: null as string | null, prev: null as string | null };
  for (const [, target = '', parameters = ''] of (header ?? '').matchAll(/<([^>]*)>([^<]*)/g)) {
    const relation = /;\s*rel\s*=\s*"?(next|prev)\b/i.exec(parameters)?.[1]?.toLowerCase();
    if (relation === 'next' || relation === 'prev') links[relation] = pathOnOrigin(target, origin);
  }
  return links;
}

function pathOnOrigin(target: string, origin: string): string {
  if (!URL.canParse(target, origin)) throw new PlatformError('malformed');
  const url = new URL(target, origin);
  if (url.host !== new URL(origin).host) throw new PlatformError('malformed');
  return `${url.pathname}${url.search}`;
}

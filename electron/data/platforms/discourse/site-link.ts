import { linkOrNull } from '../decode/link-or-null.ts';
import { folderOf, pathInFolder } from '../http/server-address.ts';

/**
 * Where an address of the site leads, as a whole web address; null where it is none. A post's own address begins with the
 * site's folder in some versions and goes without it in others (`Post.url` in discourse/discourse).
 */
export function siteLink(address: string | null, base: string): string | null {
  if (address === null || address === '' || !URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  const lacksFolder = /^\/(?!\/)/.test(address) && pathInFolder(url, folderOf(base)) === null;
  return linkOrNull(lacksFolder ? `${base}${address}` : url.href);
}

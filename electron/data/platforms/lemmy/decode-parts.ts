import type { RemoteValue } from '../decode/remote-value.ts';

/** `published_at` since 1.0, `published` before. */
export function timeOf(value: RemoteValue, name: 'published' | 'updated'): RemoteValue {
  const newer = value.at(`${name}_at`);
  return newer.isMissing ? value.at(name) : newer;
}

/** Where a person or community lives: `ap_id` since 1.0, `actor_id` before. */
export function addressOf(value: RemoteValue): string {
  return value.at('ap_id').textOr(null) ?? value.at('actor_id').textOr('');
}

/** A name with its server, unless it is this one: "alba", "alba@lemmy.example". */
export function fullName(value: RemoteValue): { readonly handle: string; readonly server: string | null } {
  const name = value.at('name').text();
  const address = addressOf(value);
  if (value.at('local').flagOr(true) || !URL.canParse(address)) return { handle: name, server: null };
  const server = new URL(address).host;
  return { handle: `${name}@${server}`, server };
}

/** A row number of Lemmy's; they all fit. */
export function numberId(value: RemoteValue): number {
  return Number(value.id());
}

import type { Route } from '../routes/route.ts';
import type { PracticeFlavour } from '../world/world-state.ts';

export type Found =
  | { readonly found: 'route'; readonly route: Route; readonly params: readonly string[] }
  /** The path exists for another method. */
  | { readonly found: 'other-method' }
  | { readonly found: 'nothing' };

/** The route for a call, as far as this flavour of server has it. */
export function findRoute(routes: readonly Route[], flavour: PracticeFlavour, method: string, path: string): Found {
  const parts = path.split('/');
  let otherMethod = false;
  for (const route of routes) {
    if (route.flavours !== undefined && !route.flavours.includes(flavour)) continue;
    const params = match(route.path.split('/'), parts);
    if (params === null) continue;
    if (route.method === method) return { found: 'route', route, params };
    otherMethod = true;
  }
  return otherMethod ? { found: 'other-method' } : { found: 'nothing' };
}

function match(pattern: readonly string[], parts: readonly string[]): string[] | null {
  if (pattern.length !== parts.length) return null;
  const params: string[] = [];
  for (const [position, wanted] of pattern.entries()) {
    const part = parts[position] ?? '';
    if (wanted.startsWith(':')) params.push(decodePart(part));
    else if (wanted !== part) return null;
  }
  return params;
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

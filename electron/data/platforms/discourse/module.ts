import type { PlatformModule } from '../platform-module.ts';
import { createDiscourseConnector } from './discourse-connector.ts';
import { readDiscourseRefusal } from './read-refusal.ts';

/** Discourse, by an administrator's API key that is bound to one member of the team. */
export const discourse: PlatformModule = {
  create: (open, { userName }) => {
    const authorize = (key: string) => ({ 'api-key': key, ...nameHeader(userName) });
    return createDiscourseConnector(open({ authorize, readRefusal: readDiscourseRefusal }));
  },
  // The site has 60 a minute for all its keys together, those of other programs among them. Lists never take more than
  // half of it; what a decision reads before it is sent still passes then, and what it sends has ten of its own.
  limits: { requests: 60, windowMs: 60_000, pages: 30, pageWindowMs: 60_000, keptForWrites: 10 },
  signIn: ['token'],
  tokenNeedsName: true,
};

/** A header can't carry every name that a site may allow. A key for one user only works without it. */
function nameHeader(userName: string | null): Readonly<Record<string, string>> {
  return userName !== null && /^[\x21-\x7e]+$/.test(userName) ? { 'api-username': userName } : {};
}

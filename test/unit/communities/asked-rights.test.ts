import { describe, expect, it } from 'vitest';
import { wantedPermissions } from '../../../electron/data/platforms/misskey/permissions.ts';
import { wantedScopes } from '../../../electron/data/platforms/oauth/scopes.ts';
import { wantedRights } from '../../../renderer/features/communities/connect/token-guides.ts';

/** What is said before a sign-in in the browser, against what that sign-in then asks for. */
describe('the rights that a server will ask a person to allow', () => {
  it.each(['mastodon', 'gotosocial'])('are those that are asked for on %s', (software) => {
    const { asked } = wantedRights({ platform: 'mastodon', software });
    expect([...(asked ?? [])].sort()).toEqual(wantedScopes(null).split(' ').sort());
  });

  it.each(['misskey', 'sharkey'])('are those that are asked for on %s', (software) => {
    const { needed, more, asked = [...needed, ...more] } = wantedRights({ platform: 'misskey', software });
    expect([...asked].sort()).toEqual([...wantedPermissions(software)].sort());
  });
});

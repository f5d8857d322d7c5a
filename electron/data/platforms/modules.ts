import type { RemotePlatform } from '../../../shared/domain/community.ts';
import { discourse } from './discourse/module.ts';
import { lemmy } from './lemmy/module.ts';
import { mastodon, practice } from './mastodon/module.ts';
import { matrix } from './matrix/module.ts';
import { misskey } from './misskey/module.ts';
import { nodebb } from './nodebb/module.ts';
import { PlatformError } from './platform.ts';
import type { PlatformModule } from './platform-module.ts';

/** Every platform Hearth speaks with. */
const modules: Partial<Record<RemotePlatform, PlatformModule>> = {
  discourse,
  lemmy,
  mastodon,
  matrix,
  misskey,
  nodebb,
  practice,
};

/** What Hearth knows of a platform. Throws `refused` for one it has no connector for. */
export function moduleOf(platform: RemotePlatform): PlatformModule {
  const module = modules[platform];
  if (!module) throw new PlatformError('refused');
  return module;
}

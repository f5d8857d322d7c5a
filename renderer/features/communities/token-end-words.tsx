import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Community } from '../../../shared/domain/community.ts';
import { serverPagesOf } from '../../../shared/domain/server-pages.ts';
import { call } from '../../app/api.ts';

/** What becomes of the token on the server, and where its owner ends it if Hearth does not. */
export function TokenEndWords({ community }: { community: Community }) {
  const { t } = useTranslation('communities');
  const { id, platform, capabilities } = community;
  const end = useQuery({
    queryKey: ['communities', 'token-end', id],
    queryFn: () => call('communities.tokenEnd', { communityId: id }),
    gcTime: 0,
  });
  const by = end.data?.by ?? null;
  if (by === null || platform === 'import') return null;
  const where = t(`disconnect.where.${serverPagesOf(platform, capabilities?.software ?? '')}`);
  return <p>{t(`disconnect.ends.${by}`, { where })}</p>;
}

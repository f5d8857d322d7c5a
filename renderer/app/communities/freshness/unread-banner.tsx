import { PackageOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../../ui/banner.tsx';
import { useStatus } from '../../status.ts';

/** Above a list of cases: that it lacks what this version can't read. Nothing while it lacks nothing. */
export function UnreadBanner() {
  const { t } = useTranslation('freshness');
  const count = (useStatus().data?.syncs ?? []).reduce((sum, one) => sum + one.unread, 0);
  if (count === 0) return null;
  return (
    <Banner tone="waiting" icon={PackageOpen}>
      {t('unread.queue', { count })}
    </Banner>
  );
}

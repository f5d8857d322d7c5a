import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../ui/banner.tsx';
import { on } from '../api.ts';

/** Says that the data process died and is back. */
export function RestartBanner() {
  const { t } = useTranslation('app');
  const [restarted, setRestarted] = useState(false);
  useEffect(() => on('data.restarted', () => setRestarted(true)), []);
  return restarted ? (
    <Banner tone="waiting" onDismiss={() => setRestarted(false)}>
      {t('restarted')}
    </Banner>
  ) : null;
}

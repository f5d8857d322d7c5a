import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../callout.tsx';

/** One drawing that fails must not take the others with it. */
export class ChartBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { t } = useTranslation('charts');
  return (
    <Callout tone="harm" title={t('board.broken')}>
      {t('board.brokenWords')}
    </Callout>
  );
}

import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { call } from '../api.ts';
import { FailureCallout } from '../failure-words.tsx';
import { forgetLink, useAskedLink } from './open-link.ts';
import './link-dialog.css';

/** Shows where an address leads, all of it, before the system browser opens it. */
export function LinkDialog() {
  const { t } = useTranslation('app');
  const asked = useAskedLink();
  const link = useQuery({
    queryKey: ['link', asked],
    queryFn: () => call('app.inspectLink', { address: asked ?? '' }),
    enabled: asked !== null,
    gcTime: 0,
    staleTime: 0,
  });
  const open = useMutation({
    mutationFn: (address: string) => call('app.openLink', { address }),
    onSuccess: forgetLink,
  });
  return (
    <Dialog
      title={t('link.title')}
      isOpen={asked !== null}
      onClose={forgetLink}
      actions={
        <>
          <Button onPress={forgetLink}>{t('ui.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={!link.data}
            isPending={open.isPending}
            onPress={() => link.data && open.mutate(link.data.address)}
          >
            {t('link.open')}
          </Button>
        </>
      }
    >
      <p>{t('link.words')}</p>
      {link.isPending && <Skeleton rows={2} />}
      {link.error && <Callout tone="harm">{t('link.refused')}</Callout>}
      {link.data && (
        <dl className="link-facts">
          <dt>{t('link.host')}</dt>
          <dd dir="ltr">
            <strong>{link.data.readableHost}</strong>
            {link.data.readableHost !== link.data.host && <span> ({link.data.host})</span>}
          </dd>
          <dt>{t('link.full')}</dt>
          <dd dir="ltr" className="link-address">
            {link.data.address}
          </dd>
        </dl>
      )}
      {link.data?.mixedScripts && <Callout tone="harm">{t('link.mixed')}</Callout>}
      <FailureCallout error={open.error} />
    </Dialog>
  );
}

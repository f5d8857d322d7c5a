import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AuditResult } from '../../../shared/ipc/topics/settings.ts';
import { call } from '../../app/api.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { FormActions } from '../../ui/form.tsx';
import { notify } from '../../ui/notices.tsx';
import { Section } from '../../ui/page.tsx';

/** Checks the chain of the audit log and saves a copy of it. */
export function AuditSection() {
  const { t } = useTranslation('settings');
  const verify = useMutation({ mutationFn: () => call('audit.verify', null) });
  const save = useMutation({
    mutationFn: async () => {
      const suggestedName = `${t('audit.fileName')}.ndjson`;
      const target = await call('app.chooseSave', { purpose: 'audit', suggestedName });
      if (target === null) return false;
      await call('audit.export', { file: target.file });
      return true;
    },
    onSuccess: (isSaved) => isSaved && notify(t('audit.exported')),
  });
  return (
    <Section title={t('audit.title')} lead={t('audit.words')}>
      {verify.data && <AuditVerdict result={verify.data} />}
      <FailureCallout error={verify.error ?? save.error} />
      <FormActions>
        <Button isPending={verify.isPending} onPress={() => verify.mutate()}>
          {verify.isPending ? t('audit.checking') : t('audit.verify')}
        </Button>
        <Button variant="quiet" isPending={save.isPending} onPress={() => save.mutate()}>
          {t('audit.export')}
        </Button>
      </FormActions>
    </Section>
  );
}

function AuditVerdict({ result }: { result: AuditResult }) {
  const { t } = useTranslation('settings');
  if (result.intact || result.problem === null) {
    return (
      <Callout tone="done" announce>
        {t('audit.intact', { count: result.events })}
      </Callout>
    );
  }
  return (
    <Callout tone="harm" announce title={t(`audit.broken.${result.problem}`, { number: result.firstBadSequence ?? 0 })}>
      {t('audit.brokenWords')}
    </Callout>
  );
}

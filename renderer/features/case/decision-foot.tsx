import { ArrowUpRight, Hourglass } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommandKeys } from '../../app/commands/command-keys.ts';
import { Button } from '../../ui/button.tsx';
import type { DraftStatus } from './draft-store.ts';

/** The buttons at the foot of the pane, always in sight; above them whatever stands in the way. */
export function DecisionFoot({
  status,
  preview,
  answer,
  busy,
  canEscalate,
  onSubmit,
  onWait,
  onEscalate,
}: {
  status: DraftStatus;
  preview: ReactNode;
  answer: ReactNode;
  busy: boolean;
  canEscalate: boolean;
  onSubmit: (how: { next: boolean }) => void;
  onWait: () => void;
  onEscalate: () => void;
}) {
  const { t } = useTranslation('case');
  const submitKeys = useCommandKeys('decision.submit');
  const nextKeys = useCommandKeys('decision.submitNext');
  const waitKeys = useCommandKeys('case.wait');
  const escalateKeys = useCommandKeys('case.escalate');
  const words = {
    clean: '',
    saving: t('decision.draftSaving'),
    saved: t('decision.draftSaved'),
    failed: t('decision.draftFailed'),
  };
  return (
    <footer className="case-decision-foot">
      {preview}
      {answer}
      <Button variant="primary" wide keys={nextKeys} isPending={busy} onPress={() => onSubmit({ next: true })}>
        {t('decision.submitNext')}
      </Button>
      <div className="case-decision-more">
        <Button keys={submitKeys} isPending={busy} onPress={() => onSubmit({ next: false })}>
          {t('decision.submit')}
        </Button>
        <span className="case-draft-status">{words[status]}</span>
      </div>
      <div className="case-decision-more">
        <Button variant="quiet" icon={Hourglass} keys={waitKeys} onPress={onWait}>
          {t('decision.wait')}
        </Button>
        <Button
          variant="quiet"
          icon={ArrowUpRight}
          mirrorIcon
          keys={escalateKeys}
          isDisabled={!canEscalate}
          onPress={onEscalate}
        >
          {t('decision.escalate')}
        </Button>
      </div>
    </footer>
  );
}

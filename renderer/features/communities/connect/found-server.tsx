import { CircleCheck, PencilLine } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DetectedServer } from '../../../../shared/ipc/topics/communities.ts';
import { softwareName } from '../../../app/communities/software-names.ts';
import { Button } from '../../../ui/button.tsx';

/** What answered at the address. Takes the focus, for the field that had it is gone. */
export function FoundServer({ server, onChange }: { server: DetectedServer; onChange: () => void }) {
  const { t } = useTranslation('communities');
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <div className="found-server">
      <CircleCheck className="ui-icon found-server-mark" aria-hidden />
      <h3 ref={head} tabIndex={-1} className="found-server-words">
        <bdi dir="ltr">{server.address.replace(/^https?:\/\//, '')}</bdi>
        <span className="found-server-software">
          {server.platform === 'practice' && `${t('platform.practice')} · `}
          <bdi dir="ltr">{softwareName(server.software, server.version)}</bdi>
        </span>
      </h3>
      <Button variant="quiet" icon={PencilLine} onPress={onChange}>
        {t('form.change')}
      </Button>
    </div>
  );
}

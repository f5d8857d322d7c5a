import { Eye, EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCommandKeys } from '../../app/commands/command-keys.ts';
import { Button } from '../../ui/button.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useCovers } from './cover-context.tsx';

/** Uncovers or covers all text of this case, and says which key uncovers while it is held. */
export function CoverAllButton() {
  const { t } = useTranslation('case');
  const { covering, all, step } = useCovers();
  const holdKeys = useCommandKeys('case.uncover');
  const allKeys = useCommandKeys('case.uncoverAll');
  if (!covering) return null;
  return (
    <div className="case-cover-bar">
      <Button
        variant="quiet"
        className="case-small-button"
        icon={all ? EyeOff : Eye}
        keys={allKeys}
        onPress={() => step({ type: 'toggle-all' })}
      >
        {t(all ? 'cover.coverAll' : 'cover.showAll')}
      </Button>
      {holdKeys && (
        <span className="case-quiet case-hold-hint">
          {t('cover.hold')} <KeyHint keys={holdKeys} />
        </span>
      )}
    </div>
  );
}

import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedMapping } from '../../../../shared/ipc/topics/mappings.ts';
import { FailureCallout } from '../../../app/failure-words.tsx';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useRemoveMapping, useRenameMapping, useSavedMappings } from './queries.ts';

interface SavedMappingsProps {
  communityId: number | null;
  holds: SavedMapping['holds'];
  columns: readonly string[];
  onUse: (saved: SavedMapping) => void;
}

const none = '';

/** Mappings of the community that fit the file: every column they name is there. One can be used, renamed, removed. */
export function SavedMappings({ communityId, holds, columns, onUse }: SavedMappingsProps) {
  const { t } = useTranslation('imports');
  const saved = useSavedMappings(communityId).data ?? [];
  const rename = useRenameMapping();
  const remove = useRemoveMapping();
  const [chosen, setChosen] = useState(none);
  const [newName, setNewName] = useState<string | null>(null);
  const fitting = saved.filter(
    (one) => one.holds === holds && Object.values(one.mapping.columns).every((column) => columns.includes(column)),
  );
  const current = fitting.find(({ name }) => name === chosen);
  if (communityId === null || fitting.length === 0) return null;
  const which = { communityId, holds, name: chosen };
  return (
    <div className="imports-fields">
      <Select
        label={t('mappings.saved')}
        value={current ? chosen : none}
        options={[{ id: none, label: t('mappings.none') }, ...fitting.map(({ name }) => ({ id: name, label: name }))]}
        onChange={(name) => {
          setChosen(name);
          setNewName(null);
          const found = fitting.find((one) => one.name === name);
          if (found) onUse(found);
        }}
      />
      {current && newName === null && (
        <div className="imports-actions">
          <Button icon={Pencil} onPress={() => setNewName(chosen)}>
            {t('mappings.rename')}
          </Button>
          <Button icon={Trash2} onPress={() => remove.mutate(which)}>
            {t('mappings.remove')}
          </Button>
        </div>
      )}
      {current && newName !== null && (
        <>
          <TextField label={t('mappings.newName')} value={newName} onChange={setNewName} />
          <div className="imports-actions">
            <Button
              isDisabled={newName.trim() === ''}
              onPress={() =>
                rename.mutate(
                  { ...which, to: newName },
                  {
                    onSuccess: () => {
                      setChosen(newName.trim());
                      setNewName(null);
                    },
                  },
                )
              }
            >
              {t('mappings.rename')}
            </Button>
          </div>
        </>
      )}
      <FailureCallout error={rename.error ?? remove.error} />
    </div>
  );
}

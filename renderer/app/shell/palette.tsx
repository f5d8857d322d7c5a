import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Header } from 'react-aria-components/Header';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SearchField } from 'react-aria-components/SearchField';
import { useTranslation } from 'react-i18next';
import { commandGroups } from '../../../shared/commands/command.ts';
import { isCommandId } from '../../../shared/commands/commands.ts';
import { FormattedText } from '../../ui/formatted-text.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { call } from '../api.ts';
import { runCommand } from '../commands/command-handlers.ts';
import { navigate } from '../navigation.ts';
import { usePaletteCommands } from './palette-commands.ts';
import './palette.css';
import '../../ui/menu.css';

/** From so many letters on, cases are searched too. */
const searchFrom = 3;

/** Finds a command by its words, and cases by theirs. Arrow keys choose, Enter runs, Escape closes. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('commands');
  const [words, setWords] = useState('');
  const found = usePaletteCommands(words);
  const query = useDeferredValue(words.trim());
  const hits = useQuery({
    queryKey: ['search', 'palette', query],
    queryFn: () => call('search.find', { query, limit: 6 }),
    enabled: query.length >= searchFrom,
    placeholderData: (before) => before,
  });
  const cases = query.length >= searchFrom ? (hits.data?.hits.filter(({ caseId }) => caseId !== null) ?? []) : [];

  // The dialog must be gone before the command runs, or its focus would be taken back.
  const choose = (id: string): void => {
    onClose();
    requestAnimationFrame(() => {
      if (isCommandId(id)) runCommand(id);
      else navigate('queue', id.split(':')[1] ?? '');
    });
  };
  return (
    <ModalOverlay
      className="ui-overlay palette-overlay"
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className="ui-modal ui-modal-medium">
        <Dialog className="ui-dialog" aria-label={t('palette.title')}>
          <Autocomplete inputValue={words} onInputChange={setWords}>
            <SearchField className="palette-search" autoFocus>
              <Label className="ui-visually-hidden">{t('palette.field')}</Label>
              <Search className="ui-icon" aria-hidden />
              <Input className="palette-input" dir="auto" placeholder={t('palette.placeholder')} />
            </SearchField>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard */}
            <div className="palette-scroll" tabIndex={0}>
              <Menu
                className="ui-menu palette-list"
                aria-label={t('palette.title')}
                onAction={(key) => choose(String(key))}
                renderEmptyState={() => <p className="palette-none">{t('palette.none')}</p>}
              >
                {commandGroups
                  .filter((group) => found.some((command) => command.group === group))
                  .map((group) => (
                    <MenuSection key={group} id={group}>
                      <Header className="palette-group">{t(`group.${group}`)}</Header>
                      {found
                        .filter((command) => command.group === group)
                        .map(({ id, title, keys }) => (
                          <MenuItem key={id} id={id} textValue={title} className="ui-menu-item">
                            <span className="ui-menu-words">{title}</span>
                            {keys && <KeyHint keys={keys} />}
                          </MenuItem>
                        ))}
                    </MenuSection>
                  ))}
                {cases.length > 0 && (
                  <MenuSection id="found">
                    <Header className="palette-group">{t('palette.found')}</Header>
                    {cases.map((hit) => (
                      <MenuItem
                        key={`${hit.kind}-${hit.rowId}`}
                        id={`case:${hit.caseId}:${hit.kind}:${hit.rowId}`}
                        textValue={t(`palette.kind.${hit.kind}`)}
                        className="ui-menu-item"
                      >
                        <span className="palette-hit">
                          <FormattedText as="inline" text={hit.excerpt} />
                        </span>
                        <span className="ui-description">{t(`palette.kind.${hit.kind}`)}</span>
                      </MenuItem>
                    ))}
                  </MenuSection>
                )}
              </Menu>
            </div>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

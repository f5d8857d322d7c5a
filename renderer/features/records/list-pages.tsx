import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/icon-button.tsx';
import { recordsPerPage } from './queries.ts';

/** Where in a long list we are, and the way on. */
export function ListPages({
  page,
  shown,
  total,
  onPage,
}: {
  page: number;
  shown: number;
  total: number;
  onPage: (page: number) => void;
}) {
  const { t } = useTranslation('records');
  const from = page * recordsPerPage;
  return (
    <div className="records-pages">
      <IconButton
        label={t('list.previous')}
        icon={ChevronLeft}
        mirrorIcon
        isDisabled={page === 0}
        onPress={() => onPage(page - 1)}
      />
      <span className="ui-figures">{t('list.range', { from: from + 1, to: from + shown, total })}</span>
      <IconButton
        label={t('list.next')}
        icon={ChevronRight}
        mirrorIcon
        isDisabled={from + shown >= total}
        onPress={() => onPage(page + 1)}
      />
    </div>
  );
}

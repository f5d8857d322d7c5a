import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseState } from '../../../shared/domain/case.ts';
import type { ReportCategory } from '../../../shared/domain/report.ts';
import type { ParsedQueueFilter } from '../../../shared/ipc/topics/queue.ts';
import { useFormat } from '../../ui/format/use-format.ts';

/** Hours; 0 stands for any age. */
export const ageChoices = [0, 1, 4, 24, 72, 168] as const;

/** One filter that is on, with what takes it off again. */
export interface ActiveFilter {
  readonly id: string;
  readonly name: string;
  readonly off: Partial<ParsedQueueFilter>;
}

/** The names of filters in the language of the interface. */
export function useFilterWords(communities: readonly { readonly id: number; readonly name: string }[]) {
  const { t } = useTranslation('queue');
  const cases = useTranslation('case').t;
  const { locale } = useFormat();
  return useMemo(() => {
    const languageNames = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
    const language = (code: string): string => {
      try {
        return code === '' || code === 'und' ? t('filter.noLanguage') : (languageNames.of(code) ?? code);
      } catch {
        return code;
      }
    };
    const category = (id: ReportCategory): string => cases(`category.${id}`);
    const state = (id: CaseState): string => cases(`state.${id}`);
    const age = (hours: number): string => {
      if (hours === 0) return t('filter.anyAge');
      return hours < 24
        ? t('filter.olderThanHours', { count: hours })
        : t('filter.olderThanDays', { count: hours / 24 });
    };
    const active = (filter: ParsedQueueFilter): ActiveFilter[] => [
      ...(filter.search === ''
        ? []
        : [{ id: 'search', name: t('filter.searching', { text: filter.search }), off: { search: '' } }]),
      ...filter.categories.map((id) => ({
        id: `category-${id}`,
        name: category(id),
        off: { categories: filter.categories.filter((other) => other !== id) },
      })),
      ...filter.states.map((id) => ({
        id: `state-${id}`,
        name: state(id),
        off: { states: filter.states.filter((other) => other !== id) },
      })),
      ...filter.languages.map((id) => ({
        id: `language-${id}`,
        name: language(id),
        off: { languages: filter.languages.filter((other) => other !== id) },
      })),
      ...filter.communityIds.map((id) => ({
        id: `community-${id}`,
        name: communities.find((community) => community.id === id)?.name ?? t('filter.community'),
        off: { communityIds: filter.communityIds.filter((other) => other !== id) },
      })),
      ...(filter.olderThanHours === null
        ? []
        : [{ id: 'age', name: age(filter.olderThanHours), off: { olderThanHours: null } }]),
      ...(filter.claimedBy === 'anyone'
        ? []
        : [
            {
              id: 'holder',
              name: `${t('filter.claimedBy')}: ${t(`filter.holder.${filter.claimedBy}`)}`,
              off: { claimedBy: 'anyone' as const },
            },
          ]),
    ];
    return { language, category, state, age, active };
  }, [t, cases, locale, communities]);
}

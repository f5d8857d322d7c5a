import { useTranslation } from 'react-i18next';
import type { RuleLane } from '../../../shared/domain/report.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { FormattedText } from '../../ui/formatted-text.tsx';
import { Select } from '../../ui/select.tsx';
import { useRules, useSetRuleLane } from './queries.ts';

const choices = ['none', 'crisis', 'outing'] as const satisfies readonly (RuleLane | 'none')[];

/** Which rules of a server mean that minutes count. Reports under them go to the head of the queue. */
export function RuleLanes({ communityId }: { communityId: number }) {
  const { t } = useTranslation('communities');
  const rules = useRules(communityId);
  const change = useSetRuleLane();
  if (!rules.data || rules.data.length === 0) return null;
  return (
    <section className="community-lanes">
      <h5 className="ui-label">{t('lanes.title')}</h5>
      <p className="ui-description">{t('lanes.words')}</p>
      <ul className="community-lane-list">
        {rules.data.map((rule) => (
          <li key={rule.ruleId} className="community-lane">
            <FormattedText as="inline" text={rule.title} />
            <Select
              label={t('lanes.of', { rule: rule.title })}
              hideLabel
              value={rule.lane ?? 'none'}
              options={choices.map((choice) => ({ id: choice, label: t(`lanes.${choice}`) }))}
              onChange={(choice) =>
                change.mutate({ communityId, ruleId: rule.ruleId, lane: choice === 'none' ? null : choice })
              }
            />
          </li>
        ))}
      </ul>
      <FailureCallout error={change.error} />
    </section>
  );
}

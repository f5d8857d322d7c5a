import { Button as AriaButton } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Heading } from 'react-aria-components/Heading';
import { useTranslation } from 'react-i18next';
import { DisclosureMark } from '../../ui/disclosure-mark.tsx';
import { Table } from '../../ui/table.tsx';

const definitions = [
  'on',
  'onOrAfter',
  'bracket',
  'rolling',
  'secondMonth',
  'thirtyDays',
  'firstVisit',
  'stayCurve',
] as const;
/** Published numbers that are not what their label says. */
const traps = ['mastodon', 'posthog', 'wikimedia'] as const;

/** Which definition of return is which, who uses it, and where published numbers mislead; and what becomes of the gone. */
export function DefinitionsOfReturn() {
  const { t } = useTranslation('health');
  return (
    <Disclosure>
      <Heading level={3}>
        <AriaButton slot="trigger" className="ui-disclosure">
          <DisclosureMark />
          {t('definitions.title')}
        </AriaButton>
      </Heading>
      <DisclosurePanel>
        <div className="health-definitions">
          <Table
            caption={t('definitions.caption')}
            rows={definitions}
            rowKey={(row) => row}
            columns={[
              {
                id: 'name',
                header: t('definitions.column.name'),
                rowHeader: true,
                cell: (row) => t(`definitions.${row}.name`),
              },
              { id: 'counts', header: t('definitions.column.counts'), cell: (row) => t(`definitions.${row}.counts`) },
              { id: 'rises', header: t('definitions.column.rises'), cell: (row) => t(`definitions.${row}.rises`) },
              { id: 'users', header: t('definitions.column.users'), cell: (row) => t(`definitions.${row}.users`) },
              { id: 'here', header: t('definitions.column.here'), cell: (row) => t(`definitions.${row}.here`) },
            ]}
          />
          <h4>{t('definitions.traps.title')}</h4>
          <ul>
            {traps.map((trap) => (
              <li key={trap}>{t(`definitions.traps.${trap}`)}</li>
            ))}
          </ul>
          <h4>{t('definitions.gone.title')}</h4>
          <p>{t('definitions.gone.words')}</p>
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}

import { useTranslation } from 'react-i18next';
import type { MissingShape } from '../../../shared/domain/health/chart.ts';
import { Button } from '../button.tsx';

/** The rooms that take what is missing. */
export type DataRoom = 'imports' | 'records' | 'identity' | 'communities';

/** How to get to them, and which of them there are. */
export interface DataDoors {
  readonly rooms: readonly DataRoom[];
  readonly onOpen: (room: DataRoom) => void;
}

const roomOf: Readonly<Record<string, DataRoom>> = {
  'activity-days': 'imports',
  messages: 'imports',
  'reply-links': 'imports',
  threads: 'imports',
  'reply-trees': 'imports',
  requests: 'imports',
  spaces: 'imports',
  'join-dates': 'imports',
  'account-ends': 'communities',
  'join-routes': 'records',
  partners: 'records',
  events: 'records',
  attendance: 'records',
  campaigns: 'records',
  resources: 'records',
  mentorships: 'records',
  roles: 'records',
  surveys: 'records',
  benchmarks: 'records',
  'identity-answers': 'identity',
  reports: 'communities',
  decisions: 'communities',
  closings: 'communities',
  appeals: 'communities',
  'platform-measures': 'communities',
};

const buttonWords = {
  imports: 'missing.openImports',
  records: 'missing.openRecords',
  identity: 'missing.openIdentity',
  communities: 'missing.openCommunities',
} as const;

/** The rooms that take these data, each once, in a fixed order. */
function roomsFor(needs: readonly string[]): readonly DataRoom[] {
  const wanted = new Set(needs.map((need) => roomOf[need]));
  return (['imports', 'records', 'identity', 'communities'] as const).filter((room) => wanted.has(room));
}

/** Says which data are missing and leads to the room that takes them. */
export function MissingChart({
  shape,
  doors,
  lead,
}: {
  shape: MissingShape;
  doors: DataDoors;
  /** Said first, in the place of the usual words. */
  lead?: string | undefined;
}) {
  const { t } = useTranslation('charts');
  return (
    <div className="ui-chart-missing">
      <p>{lead ?? t('missing.lead')}</p>
      <ul>
        {shape.needs.map((need) => (
          <li key={need}>{(t as unknown as (key: string) => string)(`needs.${need}`)}</li>
        ))}
      </ul>
      <div className="ui-chart-missing-ways">
        {roomsFor(shape.needs)
          .filter((room) => doors.rooms.includes(room))
          .map((room) => (
            <Button key={room} onPress={() => doors.onOpen(room)}>
              {t(buttonWords[room])}
            </Button>
          ))}
      </div>
    </div>
  );
}

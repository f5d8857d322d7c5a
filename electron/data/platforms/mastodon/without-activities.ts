import { absencesOf } from '../../../../shared/domain/offers-ability.ts';
import type { PlatformConnector, ServerFacts } from '../platform.ts';

/** The same connector, listing nobody's activities and saying so. */
export function withoutActivities(connector: PlatformConnector): PlatformConnector {
  const { listActivities: _, ...rest } = connector;
  return {
    ...rest,
    async readFacts(signal): Promise<ServerFacts> {
      const facts = await connector.readFacts(signal);
      const capabilities = { ...facts.capabilities, activities: false };
      const known = capabilities.absences ?? [];
      const why = (ability: string) => known.find((one) => one.ability === ability) ?? ({ why: 'hearth' } as const);
      return { ...facts, capabilities: { ...capabilities, absences: absencesOf(capabilities, why) } };
    },
  };
}

import type { DisclosurePlace, Published } from '../../../../shared/domain/published.ts';
import type { HealthView } from '../../../../shared/ipc/topics/health.ts';
import type { RawHealth } from '../raw-health.ts';
import { releaseTogether } from './release-together.ts';

/** The gate of return, stay, life cycle and reciprocity. */
export function releaseHealth(raw: RawHealth, place: DisclosurePlace): Published<HealthView> {
  const [view] = releaseTogether({ dashboards: [], views: [raw] }, place).views;
  if (!view) throw new Error('a view went into its release and did not come out');
  return view;
}

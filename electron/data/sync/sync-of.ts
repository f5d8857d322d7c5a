import type { DataContext } from '../service/context.ts';
import { createSyncService, type SyncService } from './sync-service.ts';
import { productTools } from './tools.ts';

const services = new WeakMap<DataContext, SyncService>();

/** The sync service of an open vault; made when it is first asked for. */
export function syncOf(context: DataContext): SyncService {
  const known = services.get(context);
  if (known) return known;
  const made = createSyncService(productTools(context));
  services.set(context, made);
  return made;
}

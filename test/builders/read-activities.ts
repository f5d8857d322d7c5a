import type { PlatformConnector, RemoteActivity } from '../../electron/data/platforms/platform.ts';
import { never } from './practice.ts';

const mostPages = 1000;

/** A whole pass over the activities, and where the next one begins. `between` is told after each page that is not the last. */
export async function readActivities(
  connector: PlatformConnector,
  from: string | null = null,
  between: (page: number) => void = () => undefined,
): Promise<{ items: RemoteActivity[]; resume: string | null }> {
  const items: RemoteActivity[] = [];
  let cursor = from;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await connector.listActivities!(cursor, never);
    items.push(...page.items);
    if (page.next === null) return { items, resume: page.resume };
    cursor = page.next;
    between(pages);
  }
  throw new Error('The list never ends');
}

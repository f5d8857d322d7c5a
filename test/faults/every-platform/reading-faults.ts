import type { FaultBench } from './fault-bench.ts';

interface ReportNow {
  readonly remote_id: string;
  readonly remote_state: string;
}

/**
 * What is wrong, in words; empty when every report is there once and as the server has it. `mayMiss`: so many reports a server
 * has hidden from everybody who asked; of those, one that is closed before the next asking can't be known of. No other may be
 * missing, nor any that is still open.
 */
export function readingFaults({ standIn, desk, filed, vanished }: FaultBench, mayMiss = 0): string[] {
  const rows = desk.context.write.prepare('SELECT remote_id, remote_state FROM reports').all() as ReportNow[];
  const wrong: string[] = [];
  const here = new Map<string, string>();
  for (const row of rows) {
    if (here.has(row.remote_id)) wrong.push(`there twice: ${row.remote_id}`);
    here.set(row.remote_id, row.remote_state);
  }
  const open = new Set(standIn.openReports());
  for (const id of open)
    if (here.get(id) !== 'open') wrong.push(`open there, ${here.get(id) ?? 'missing'} here: ${id}`);
  for (const [id, state] of here) {
    if (state === 'open' && !open.has(id)) wrong.push(`open here alone: ${id}`);
    if (state === 'gone' && !vanished.has(id)) wrong.push(`called gone and is there: ${id}`);
  }
  const missing = [...filed].filter((id) => !here.has(id) && !vanished.has(id));
  const unknown = missing.filter((id) => open.has(id) || missing.length > mayMiss);
  return [...wrong, ...unknown.map((id) => `filed and never here: ${id}`)];
}

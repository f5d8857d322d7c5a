import type { ImportId } from '../../../../shared/domain/ids.ts';
import type { DataContext } from '../../service/context.ts';
import { recordEvent } from '../../service/record-event.ts';
import { failInterruptedImports, type NewImport, startImport } from '../../store/imports/commands.ts';

/** Begins an import and writes that down in the audit log, with `details`. Call it in a transaction. */
export function beginImport(
  context: DataContext,
  wanted: Omit<NewImport, 'startedAt'>,
  details: Readonly<Record<string, string>> = {},
): ImportId {
  const startedAt = context.clock.now();
  failInterruptedImports(context.write, startedAt);
  const importId = startImport(context.write, { ...wanted, startedAt });
  recordEvent(context, 'import.started', wanted.communityId, { importId, ...details });
  return importId;
}

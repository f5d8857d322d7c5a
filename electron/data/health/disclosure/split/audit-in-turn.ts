import { type AuditedSplit, auditSplit, type SplitToAudit, type TableToAudit } from './audit-split.ts';

/**
 * The table without a crossing first, and then all of them with what it shows as known: a crossing is hidden for the sake of
 * the groups, and never a group for the sake of a crossing, which only the team is shown. Where all of them can't be told
 * together, the first is told alone.
 */
export function auditInTurn(
  counted: readonly TableToAudit[],
  task: Omit<SplitToAudit, 'tables'>,
): { readonly audited: AuditedSplit; readonly told: readonly TableToAudit[] } {
  const first = counted.filter(({ cross }) => cross === 'none');
  const alone = auditSplit({ ...task, tables: first });
  if (first.length === counted.length || alone === 'too-detailed') return { audited: alone, told: first };
  const hidden = alone.get('none') ?? new Set();
  const known = first.map((table): TableToAudit => ({ ...table, certain: shownIn(table, hidden) }));
  const tables = counted.map((table) => known.find(({ cross }) => cross === table.cross) ?? table);
  const together = auditSplit({ ...task, tables });
  return together === 'too-detailed' ? { audited: alone, told: first } : { audited: together, told: counted };
}

function shownIn({ raw }: TableToAudit, hidden: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(raw.rows.map(({ id }) => id).filter((id) => !hidden.has(id)));
}

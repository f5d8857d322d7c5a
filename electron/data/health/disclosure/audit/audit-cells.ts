import type { DisclosureRules } from '../rules.ts';

/** One count of a release, as the audit takes it. True counts: nothing of this leaves the disclosure folder. */
export interface AuditCell {
  readonly id: string;
  /** True count of people. */
  readonly count: number;
  /** Whether the count says something about identity, so that it falls under `rules` and not under `otherRules`. */
  readonly sensitive: boolean;
  /** Nobody can be in the cell by definition, and a reader knows it: shown as [z]. Totals of such cells follow. */
  readonly impossible?: boolean;
  /** What an earlier release said of this very count. It stays as it was said, and so takes part in the audit only. */
  readonly published?: number | 'hidden';
  /** Decided already: it takes part in the audit as it stands, and others give way. */
  readonly stands?: true;
  /** The value of an earlier period that stands for "no reportable change" (change-limit.ts). */
  readonly carried?: number;
  /** Zero is hidden like any small count, also where the rules would show it. */
  readonly hidesZero?: true;
  /** Told as the middle of its block and not rounded, because a curve beside it is made of the same blocks. */
  readonly inBlocks?: true;
  /** Told nowhere: stands for a sum that a reader can only work out, such as everybody of several periods. */
  readonly unseen?: true;
  /** Hidden by another rule, whatever its size: one giver holds most of a sum, or all of a group share an outcome. */
  readonly hideFor?: 'dominance' | 'group';
}

/**
 * A sum that a reader can form. `equals`: the total is the sum of its parts. `at-most`: each person of the total gave one
 * or more answers, so that every part is at most the total and the parts together are at least the total.
 * The same count in two tables is an `equals` with one part. `within`: the parts have nobody in common and all of them are
 * in the total, which may hold others as well. `covers`: everybody of the total is in some part.
 */
export interface Relation {
  readonly total: string;
  readonly parts: readonly string[];
  readonly kind: 'equals' | 'at-most' | 'within' | 'covers';
}

/** All tables of a release at once. */
export interface ReleaseToAudit {
  readonly cells: readonly AuditCell[];
  readonly relations: readonly Relation[];
  /** Rules of sensitive cells. */
  readonly rules: DisclosureRules;
  /** Rules of the others. Without them they are rounded like the rest, and none is too small. */
  readonly otherRules?: DisclosureRules;
  /**
   * A random text kept with the snapshot and destroyed with it, the same for every release of it. With it a reader who
   * runs this program backwards cannot tell either why a cell is hidden; without it that reader can.
   */
  readonly secret?: string;
  /** Ids in the order that decides between equal counts; without it the order of `cells`. */
  readonly fixedOrder?: readonly string[];
}

/** A count as a reader may see it. Primary and secondary hiding look the same. */
export type AuditedCell = { readonly shown: number } | { readonly hidden: true } | { readonly impossible: true };

/** Why a cell is hidden. For the local log alone, never for a file, a screen or an error (health.md C.6). */
export type HiddenReason = 'primary' | 'secondary' | 'dominance' | 'group';

export type AuditedRelease =
  | {
      readonly tooDetailed: false;
      readonly cells: ReadonlyMap<string, AuditedCell>;
      readonly reasons: ReadonlyMap<string, HiddenReason>;
    }
  | {
      readonly tooDetailed: true;
      /** Every cell that hangs together with one that cannot be protected. Without these the rest passes. */
      readonly failing: ReadonlySet<string>;
    };

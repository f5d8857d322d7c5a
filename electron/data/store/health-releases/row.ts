/** A snapshot that numbers were released from. */
export interface SnapshotRow {
  readonly id: number;
  readonly community_id: number;
  readonly kind: SnapshotKind;
  /** Local day number of the first day of its week or quarter. */
  readonly period: number;
  readonly made_at: number;
  readonly secret: string;
}
export type SnapshotKind = 'week' | 'quarter';

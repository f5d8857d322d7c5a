import type { MemberBits } from '../member-set.ts';

/** Who stands behind the counts of a row: its own side and all others, each as counted and as having what is measured. */
export interface RowPeople {
  readonly id: string;
  /** Answer of the group, the same in every table. */
  readonly code: string;
  /** Rows of one heading share out the same people. Its name is its own in all crossings; empty without one. */
  readonly heading: string;
  readonly counted: readonly MemberBits[];
  readonly having: readonly MemberBits[];
}

/** Everybody behind the rows of a heading. */
export interface HeadingPeople {
  readonly heading: string;
  readonly counted: MemberBits;
  readonly having: MemberBits;
}

/** A set told from a snapshot, and the heading it was told under. */
export interface ToldSet {
  readonly heading: string;
  readonly members: MemberBits;
}

/** Sets told for one measure. Those counted and those having are set off against their own kind alone. */
export interface ToldSets {
  readonly counted: readonly ToldSet[];
  readonly having: readonly ToldSet[];
}

/** The two kinds of sets a number can be of. */
export const setKinds = ['counted', 'having'] as const;

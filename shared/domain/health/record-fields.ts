/** What a field of a record holds. All are written as text, in forms and in files alike; parsing makes them values. */
export type RecordField = FieldFacts &
  /**
   * `refusesMembers`: a word that is some member's name is taken for that name, and refused. `isHashtags`: it is words after "#" alone.
   * `isCurrency`: the code of a currency, in three letters.
   */
  (
    | {
        readonly type: 'text';
        readonly longest: number;
        readonly refusesMembers: boolean;
        readonly isHashtags?: true;
        readonly isCurrency?: true;
      }
    /** A local calendar day. `isPast`: it tells of something that has happened. */
    | { readonly type: 'day'; readonly isPast: boolean }
    | { readonly type: 'month' }
    /** A whole number. */
    | { readonly type: 'count'; readonly from: number; readonly to: number }
    /** 0 to 100. */
    | { readonly type: 'percent' }
    | { readonly type: 'choice'; readonly options: readonly string[] }
    /** A record of another kind, by its name. */
    | { readonly type: 'reference'; readonly to: string }
    /**
     * A person, by the name the community uses. `unknown`: what becomes of a name nobody has met yet. `isHere`: accounts of
     * other servers are refused.
     */
    | { readonly type: 'member'; readonly unknown: 'add' | 'refuse'; readonly isHere: boolean }
    /** `unlessGiven` stands where a file says nothing; `mustBeTrue` refuses a no. */
    | { readonly type: 'boolean'; readonly unlessGiven: boolean; readonly mustBeTrue: boolean }
  );

interface FieldFacts {
  readonly name: string;
  readonly isNeeded: boolean;
  /** A value as it may be written in a file. */
  readonly example: string;
  /** Further names of columns that mean this field, lower case, without spaces, dots, dashes and underscores. */
  readonly columns: readonly string[];
}

type Facts = Partial<Omit<FieldFacts, 'name'>>;

function facts(name: string, example: string, given: Facts): FieldFacts {
  return { name, isNeeded: given.isNeeded ?? true, example: given.example ?? example, columns: given.columns ?? [] };
}

/** A line of the coordinator's own words. */
export function text(name: string, example: string, longest: number, given: Facts = {}): RecordField {
  return { ...facts(name, example, given), type: 'text', longest, refusesMembers: false };
}

/** Words after "#", as people follow them. */
export function hashtags(name: string, given: Facts = {}): RecordField {
  const line = facts(name, '#TransRights #Pride', given);
  return { ...line, type: 'text', longest: 300, refusesMembers: false, isHashtags: true };
}

/** The code of a currency by ISO 4217. */
export function currency(name: string, given: Facts = {}): RecordField {
  return { ...facts(name, 'EUR', given), type: 'text', longest: 3, refusesMembers: false, isCurrency: true };
}

/** A line of words that becomes a label of a chart, where a person's name would be seen. */
export function label(name: string, example: string, longest: number, given: Facts = {}): RecordField {
  return { ...facts(name, example, given), type: 'text', longest, refusesMembers: true };
}

/** A day that may lie ahead. */
export function day(name: string, given: Facts = {}): RecordField {
  return { ...facts(name, '2026-03-05', given), type: 'day', isPast: false };
}

/** A day of something that has happened. */
export function pastDay(name: string, given: Facts = {}): RecordField {
  return { ...facts(name, '2026-03-05', given), type: 'day', isPast: true };
}

/** A calendar month. */
export function month(name: string, given: Facts = {}): RecordField {
  return { ...facts(name, '2026-03', given), type: 'month' };
}

/** A whole number within limits. */
export function count(name: string, [from, to]: readonly [number, number], given: Facts = {}): RecordField {
  return { ...facts(name, String(Math.max(from, Math.min(to, 45))), given), type: 'count', from, to };
}

/** A share, 0 to 100. */
export function percent(name: string, given: Facts = {}): RecordField {
  return { ...facts(name, '12.5', given), type: 'percent' };
}

/** One of a fixed menu. */
export function choice(name: string, options: readonly string[], given: Facts = {}): RecordField {
  return { ...facts(name, options[0] ?? '', given), type: 'choice', options };
}

/** A record of another kind. */
export function reference(name: string, to: string, example: string, given: Facts = {}): RecordField {
  return { ...facts(name, example, given), type: 'reference', to };
}

const memberColumns = ['member', 'memberid', 'user', 'userid', 'username', 'account', 'accountid', 'handle', 'person'];

/** A person of the community. */
export function member(
  name: string,
  unknown: 'add' | 'refuse',
  { isHere = false, ...given }: Facts & { readonly isHere?: boolean } = {},
): RecordField {
  return { ...facts(name, 'anna', { columns: memberColumns, ...given }), type: 'member', unknown, isHere };
}

/** Yes or no. */
export function yesNo(name: string, unlessGiven: boolean, given: Facts = {}): RecordField {
  const made = { ...facts(name, 'yes', { isNeeded: false, ...given }), type: 'boolean', unlessGiven } as const;
  return { ...made, mustBeTrue: false };
}

/** A yes without which the record can't be. */
export function consent(name: string): RecordField {
  return { ...facts(name, 'yes', {}), type: 'boolean', unlessGiven: false, mustBeTrue: true };
}

/** Why a line could not be taken. Closed: each has words under `imports:reasons.<code>`. */
export const rejectReasons = [
  'line-too-long',
  'quote-unclosed',
  'not-json',
  'number-too-large',
  'columns-missing',
  'encoding',
  'control-characters',
  'member-missing',
  'value-too-long',
  'time-missing',
  'time-unreadable',
  'time-out-of-range',
  'kind-unknown',
  'level-unknown',
  'yes-or-no-unknown',
  'state-unknown',
] as const;
export type RejectReason = (typeof rejectReasons)[number];

export interface PracticeRule {
  readonly id: string;
  readonly text: string;
  readonly hint: string;
}

/** The house rules of the practice community. */
export const practiceRules: readonly PracticeRule[] = [
  {
    id: '1',
    text: 'Never make anybody’s identity public for them.',
    hint: 'Names, workplaces, schools, photos, old names, health: what a person has not told everyone is theirs to tell.',
  },
  {
    id: '2',
    text: 'If somebody may be in danger, tell the team at once.',
    hint: 'Report it. Nobody is punished for needing help.',
  },
  {
    id: '3',
    text: 'Use the names and pronouns people give.',
    hint: 'Mistakes happen and are put right. Doing it on purpose is harassment.',
  },
  {
    id: '4',
    text: 'Nobody has to prove that they belong here.',
    hint: 'No tests of who is queer enough, and no running people down for who they are.',
  },
  {
    id: '5',
    text: 'No advances and no intimate pictures that nobody asked for.',
    hint: 'This also goes for private messages.',
  },
  {
    id: '6',
    text: 'No advertising.',
    hint: 'Local groups and fundraisers are welcome in their own space.',
  },
];

/** Which house rules mean that minutes count: what a coordinator would set for a real community. */
export const practiceLanes = [
  { ruleId: '1', lane: 'outing' },
  { ruleId: '2', lane: 'crisis' },
] as const;

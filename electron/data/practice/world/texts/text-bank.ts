/** The kinds of things that happen in the practice community. */
export const sceneKinds = [
  'misnaming',
  'advice',
  'outing',
  'crisis',
  'belonging',
  'advances',
  'spam',
  'bad-faith',
  'dispute',
  'copying',
] as const;
export type SceneKind = (typeof sceneKinds)[number];

/** What the reported person wrote, and what the reporter wrote to the team. An empty comment is a real one. */
export interface SceneTexts {
  readonly posts: readonly string[];
  readonly comments: readonly string[];
}

/**
 * One language's voices. Harm is shown by what it does and implies, never by slurs; crisis without any method; every
 * person is invented. `{name}` stands for the person written to.
 */
export interface TextBank {
  readonly language: string;
  readonly people: readonly (readonly [username: string, displayName: string])[];
  readonly everyday: readonly string[];
  readonly replies: readonly string[];
  readonly scenes: Readonly<Record<SceneKind, SceneTexts>>;
}

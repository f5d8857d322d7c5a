import manifest from '../../package.json' with { type: 'json' };

/** The version of Hearth. */
export function appVersion(): string {
  return manifest.version;
}

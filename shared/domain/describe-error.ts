const mostFrames = 8;

/**
 * Where an error came from, without its message (which may quote anything) and without folders: "TypeError at
 * readPage (pull.js:10:5)".
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, mostFrames)
    .map((line) => line.trim().replace(/\(?(?:file:\/\/)?[^\s()]*[/\\]([^\s()/\\]+:\d+:\d+)\)?$/, '($1)'));
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return [`${error.name}${code}`, ...frames].join(' | ').slice(0, 2_000);
}

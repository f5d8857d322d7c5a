/** Prints one line about what the set-up does. It goes to stderr, so that a command's own output stays clean. */
export function say(/** @type {string} */ line) {
  process.stderr.write(`[hearth] ${line}\n`);
}

/** Ends the process with one line a person can act on, instead of a stack trace. */
export function giveUp(/** @type {string} */ line) {
  process.stderr.write(`[hearth] ${line}\n`);
  process.exit(1);
}

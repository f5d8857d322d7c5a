import { spawn } from 'node:child_process';
import { root, toolEnvironment } from './places.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] folder to run in; the repository's root when absent
 * @property {Record<string, string | undefined>} [env] added to the environment of the tools
 * @property {number} [timeout] milliseconds after which the command is stopped
 */

/**
 * Runs a command with the terminal of this process and resolves with its exit code. Ctrl-C reaches the command first,
 * so that it can end in good order.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  const child = spawn(command, args, {
    cwd: options.cwd ?? root,
    env: { ...toolEnvironment(), ...options.env },
    stdio: 'inherit',
    ...(options.timeout ? { timeout: options.timeout } : {}),
  });
  const ignore = () => {};
  process.on('SIGINT', ignore);
  const passOn = () => child.kill('SIGTERM');
  process.on('SIGTERM', passOn);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  }).finally(() => {
    process.off('SIGINT', ignore);
    process.off('SIGTERM', passOn);
  });
}

/**
 * Runs a command and resolves with what it printed. Never rejects: a command that could not be started has code 127.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>}
 */
export function capture(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: { ...toolEnvironment(), ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.timeout ? { timeout: options.timeout, killSignal: 'SIGKILL' } : {}),
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', (error) => resolve({ code: 127, stdout, stderr: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, stderr }));
  });
}

/** True where a command of that name is on the PATH. */
export async function hasCommand(/** @type {string} */ name) {
  return (await capture('sh', ['-c', `command -v ${name}`])).code === 0;
}

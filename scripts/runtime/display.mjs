import { spawn } from 'node:child_process';
import { say } from './say.mjs';
import { ensureCommands } from './system-packages.mjs';

/**
 * Gives the environment a display. Where there is none, a virtual one is started on a free number and ends with this
 * process.
 * @returns {Promise<{ env: Record<string, string>, close: () => void }>}
 */
export async function openDisplay() {
  const hasOne = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (hasOne) return { env: {}, close: () => {} };
  await ensureCommands(['Xvfb'], ['xvfb', 'xauth'], 'a virtual display');
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const close = () => server.kill();
  process.once('exit', close);
  const number = await new Promise((resolve, reject) => {
    let text = '';
    server.stdio[3]?.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.trim());
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`The virtual display ended at once (code ${code}).`)));
  });
  say(`No display here; a virtual one runs as :${number}.`);
  return { env: { DISPLAY: `:${number}` }, close };
}

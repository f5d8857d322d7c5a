import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { cacheFolder } from './places.mjs';
import { say } from './say.mjs';

/**
 * Lets only one process at a time do a named piece of work in a folder; the others wait. The lock is a Linux abstract
 * socket: the kernel frees it when its holder dies, so no stale lock can stop the next run. Elsewhere the work runs at
 * once; it still ends in an atomic rename.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @param {string} [folder]
 * @returns {Promise<T>}
 */
export async function onlyOne(name, work, folder = cacheFolder()) {
  if (process.platform !== 'linux') return work();
  const place = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const address = `\0hearth-${name}-${place}`;
  let told = false;
  for (;;) {
    const server = await listen(address);
    if (server) return work().finally(() => server.close());
    if (!told) say(`Another run is preparing ${name}; waiting for it.`);
    told = true;
    await wait(250);
  }
}

/**
 * @param {string} address
 * @returns {Promise<import('node:net').Server | undefined>} undefined where somebody else listens already
 */
function listen(address) {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error) => {
      if ('code' in error && error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(address, () => resolve(server));
  });
}

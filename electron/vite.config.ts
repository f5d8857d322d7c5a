import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Loaded from outside the bundle: the runtime itself and the one package with a native part. */
const external = ['electron', 'better-sqlite3'];

/**
 * Two builds of one room. `--mode node`: main process, data process and command line, as modules that share chunks.
 * `--mode preload`: one CommonJS file, the only form a sandboxed preload may have.
 */
export default defineConfig(({ mode }) => ({
  root: here('.'),
  publicDir: false,
  logLevel: 'warn',
  ssr: { noExternal: true, external, target: 'node' },
  build: {
    ssr: true,
    target: 'node20.18',
    outDir: here('../dist'),
    emptyOutDir: false,
    sourcemap: true,
    minify: false,
    rolldownOptions:
      mode === 'preload'
        ? {
            input: { 'preload/expose-api': here('preload/expose-api.ts') },
            external,
            output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
          }
        : {
            input: {
              'main/start': here('main/start.ts'),
              'data/process': here('data/process.ts'),
              'cli/hearth': here('cli/hearth.ts'),
            },
            external,
            output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
          },
  },
}));

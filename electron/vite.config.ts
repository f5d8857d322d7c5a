import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Loaded from outside the bundle: the runtime itself and the one package with a native part. */
const external = ['electron', 'better-sqlite3'];

/** Fonts that reports carry in them (electron/data/reports/fonts), put where a package without node_modules finds them. */
const reportFonts = [
  'inter/files/inter-latin',
  'inter/files/inter-latin-ext',
  'ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic',
].flatMap((font) => [400, 600].map((weight) => `@fontsource/${font}-${weight}-normal.woff2`));
const { resolve } = createRequire(import.meta.url);
const copyReportFonts: Plugin = {
  name: 'copy-report-fonts',
  generateBundle() {
    for (const font of reportFonts) {
      const fileName = `fonts/${font.split('/').at(-1)}`;
      this.emitFile({ type: 'asset', fileName, source: readFileSync(resolve(font)) });
    }
  },
};

/**
 * Two builds of one room. `--mode node`: main process, data process and command line, as modules that share chunks.
 * `--mode preload`: one CommonJS file, the only form a sandboxed preload may have.
 */
export default defineConfig(({ mode }) => ({
  root: here('.'),
  publicDir: false,
  plugins: mode === 'node' ? [copyReportFonts] : [],
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

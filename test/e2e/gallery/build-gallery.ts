import { copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Builds the gallery into a folder that Electron can be started on, with everything in one script. */
export async function buildGallery(folder: string): Promise<void> {
  await build({
    configFile: false,
    root: here,
    logLevel: 'warn',
    publicDir: false,
    plugins: [react()],
    define: { 'import.meta': '{}' },
    build: {
      target: 'chrome130',
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      cssCodeSplit: false,
      rolldownOptions: {
        input: path.join(here, 'gallery.tsx'),
        output: {
          format: 'iife',
          entryFileNames: 'gallery.js',
          assetFileNames: 'gallery[extname]',
          codeSplitting: false,
        },
      },
    },
  });
  const page = path.join(folder, 'index.html');
  writeFileSync(
    page,
    '<!doctype html><html><head><meta charset="utf-8"><title>Gallery</title><meta id="react-aria-pressable-style" name="hearth:sheet" content="base.css"><meta name="color-scheme" content="light dark"><link rel="stylesheet" href="gallery.css"></head>' +
      '<body><div id="root"></div><script src="gallery.js"></script></body></html>',
  );
  copyFileSync(path.join(here, 'main.mjs'), path.join(folder, 'main.mjs'));
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'gallery', version: '1.0.0', main: 'main.mjs', type: 'module' }),
  );
}

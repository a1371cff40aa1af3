// Bundles the stylesheet, the script and the fonts into ../wwwroot/dist. Nothing here is fetched at run time.
import { build } from 'esbuild';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, '..', 'wwwroot', 'dist');

// Licence texts travel with what they cover: the font licence asks for it, and so does the EUPL.
const licences = [
  ['@utrecht/component-library-css', 'EUPL-1.2'],
  ['@nl-design-system-unstable/voorbeeld-design-tokens', 'EUPL-1.2'],
  ['@fontsource-variable/noto-sans', 'OFL-1.1'],
];

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });

const shared = { absWorkingDir: here, bundle: true, minify: true, legalComments: 'eof', logLevel: 'warning', outdir: dist };

await Promise.all([
  build({
    ...shared,
    entryPoints: ['src/pga.css'],
    loader: { '.woff2': 'file', '.svg': 'file' },
    assetNames: '[name]',
    target: ['chrome111', 'firefox115', 'safari16.4'],
  }),
  build({ ...shared, entryPoints: ['src/pga.js'], format: 'esm', target: 'es2022' }),
  copyFile(join(here, 'src', 'icoon.svg'), join(dist, 'icoon.svg')),
  writeLicences(),
]);

async function writeLicences() {
  const parts = [];
  for (const [name, spdx] of licences) {
    const folder = join(here, 'node_modules', name);
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    const text = await firstOf(folder, ['LICENSE', 'LICENSE.md']);
    parts.push(`${name} ${version} (${spdx})\n\n${text.trim()}\n`);
  }
  await writeFile(join(dist, 'licenties.txt'), parts.join(`\n${'-'.repeat(72)}\n\n`));
}

async function firstOf(folder, names) {
  for (const name of names) {
    try {
      return await readFile(join(folder, name), 'utf8');
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
  }
  return 'The licence text is published with the package.';
}

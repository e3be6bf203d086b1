import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync, watch } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import * as sass from 'sass';

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, 'node_modules');
const out = join(here, '..', 'wwwroot', 'dist');

const hashed = (name, text) => {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8).toUpperCase();
  const file = name.replace(/(\.\w+)$/, `.${hash}$1`);
  writeFileSync(join(out, file), text);
  return file;
};

function sprite() {
  const names = readFileSync(join(here, 'icons.txt'), 'utf8').split('\n').map(l => l.trim()).filter(l => l && !l.startsWith('#'));
  const symbols = names.map(name => {
    const filled = name.startsWith('filled/');
    const source = readFileSync(join(modules, '@tabler/icons/icons', filled ? `${name}.svg` : `outline/${name}.svg`), 'utf8');
    const shapes = source.slice(source.indexOf('>', source.indexOf('<svg')) + 1, source.lastIndexOf('</svg>'))
      .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none" \/>/, '').replace(/\s*\n\s*/g, '');
    const paint = filled
      ? 'fill="currentColor"'
      : 'fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"';
    return `<symbol id="${name.replace('/', '-')}" viewBox="0 0 24 24"><g ${paint}>${shapes}</g></symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
}

/** A first visit stays under 250 KB compressed, its page and a chart included: most people read this on a phone, far from fibre. */
function weigh(manifest, files) {
  const size = file => statSync(join(out, existsSync(join(out, `${file}.br`)) ? `${file}.br` : file)).size;
  const sum = list => Math.round(list.map(size).reduce((a, b) => a + b, 0) / 1024);
  // The open pages have a style sheet of their own and no script: lighter by far.
  const page = sum(Object.entries(manifest).filter(([name]) => name !== 'public.css').map(([, file]) => file));
  const chart = sum(files.filter(f => /^(chart|chunk)\.\w+\.js$/.test(f)));
  if (page > 110 || page + chart > 249) throw new Error(`Too heavy: ${page} KB for any page (110 at most), ${page + chart} KB with a chart (249 at most)`);
  console.log(`First visit: ${page} KB, ${page + chart} KB with a chart`);
}

/** Entry files by the name pages ask for, whatever hash their content gave them. */
async function build() {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });

  const compiled = name => sass.compile(join(here, 'styles', name), {
    loadPaths: [join(modules, '@tabler/core/scss'), modules],
    quietDeps: true,
    silenceDeprecations: ['if-function'],
  }).css;
  const css = compiled('app.scss');

  const shared = { bundle: true, minify: true, write: true, metafile: true, outdir: out, legalComments: 'none', logLevel: 'warning' };
  const [scripts, styles] = await Promise.all([
    esbuild.build({
      ...shared,
      entryPoints: { app: join(here, 'scripts', 'app.ts') },
      format: 'esm',
      target: 'es2022',
      splitting: true,
      entryNames: '[name].[hash]',
      chunkNames: '[name].[hash]',
      define: { 'process.env.NODE_ENV': '"production"' },
    }),
    esbuild.build({
      ...shared,
      stdin: { contents: css, loader: 'css', resolveDir: here, sourcefile: 'app.css' },
      target: ['chrome120', 'firefox120', 'safari17'],
      entryNames: 'app.[hash]',
      assetNames: '[name].[hash]',
      loader: { '.woff2': 'file' },
    }),
  ]);

  const files = [scripts, styles].flatMap(r => Object.keys(r.metafile.outputs)).map(path => basename(path));
  const manifest = {};
  for (const [name, pattern] of Object.entries({
    'app.css': /^app\.\w+\.css$/,
    'app.js': /^app\.\w+\.js$/,
    'text.woff2': /^hanken-grotesk-latin-wght-normal\.\w+\.woff2$/,
    'title.woff2': /^spectral-latin-500-normal\.\w+\.woff2$/,
  })) {
    const found = files.filter(f => pattern.test(f));
    if (found.length !== 1) throw new Error(`${name}: expected one output file, found ${found.length}`);
    manifest[name] = found[0];
  }
  // Weighed apart: one comes instead of the scripts, which public pages do without; the other on the day of a forum.
  const beside = {};
  for (const name of ['public', 'door']) {
    const { code } = await esbuild.transform(compiled(`${name}.scss`), { loader: 'css', minify: true, target: ['chrome120', 'firefox120', 'safari17'] });
    beside[`${name}.css`] = hashed(`${name}.css`, code);
  }
  manifest['icons.svg'] = hashed('icons.svg', sprite());
  manifest['mark.svg'] = hashed('mark.svg', readFileSync(join(here, 'mark.svg'), 'utf8'));
  // What social networks draw beside a link; no page of ours asks for it.
  beside['share.png'] = hashed('share.png', readFileSync(join(here, 'share.png')));
  writeFileSync(join(out, 'manifest.json'), JSON.stringify({ ...manifest, ...beside }, null, 2) + '\n');
  for (const file of readdirSync(out)) {
    if (/\.(css|js|svg)$/.test(file)) writeFileSync(join(out, `${file}.br`), brotliCompressSync(readFileSync(join(out, file))));
  }
  weigh(manifest, files);
  console.log(`Assets built in ${relative(process.cwd(), out) || '.'} (${files.length + 2} files)`);
}

await build();

if (process.argv.includes('--watch')) {
  let pending;
  const again = () => {
    clearTimeout(pending);
    pending = setTimeout(() => build().catch(error => console.error(error.message)), 100);
  };
  for (const folder of ['styles', 'scripts']) watch(join(here, folder), { recursive: true }, again);
  watch(join(here, 'icons.txt'), again);
}

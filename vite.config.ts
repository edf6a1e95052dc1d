import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { minifyHTMLLiterals } from 'minify-literals';
import { defineConfig, type Plugin, type Rollup, type UserConfig } from 'vite';

const at = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const TAGS = readdirSync(at('src/embed'))
  .filter((file) => file.includes('-'))
  .map((file) => path.basename(file, '.ts'));
/** Lit, and the few bytes that the bundler itself adds: a file of their own would be one more request. */
const LIT = /node_modules[\\/](?:lit|@lit|lit-html|lit-element)[\\/]|rolldown[\\/]runtime/;
/** What many adapters share is nothing that a page with one of them should pay for in every element. */
const SHARED =
  /src[\\/](?!source[\\/](?:adapters[\\/]|mapping[\\/]|answer-table|detect|find-wordpress|cors-))/;
/** What the three elements that show stories share. */
const STORY = /src[\\/](?:elements[\\/](?:select-story|source-attributes)|view[\\/](?:card|picture|meta)-)/;

/** package.json names the built files that define tags; the sources that they come from must not be shaken off either. */
const keepDefinitions = (): Plugin => ({
  name: 'keep-definitions',
  transform: {
    filter: { id: /src[\\/]embed[\\/]/ },
    handler: (code) => ({ code, moduleSideEffects: true }),
  },
});

/** White space in templates and style sheets is bytes that readers pay for. */
const minifyLiterals = (): Plugin => ({
  name: 'minify-literals',
  enforce: 'pre',
  async transform(code, id) {
    if (!id.endsWith('.ts') || id.includes('node_modules')) return;
    // Conservative: white space between words and inline elements is a space that readers see, also where a template ends.
    const minified = await minifyHTMLLiterals(code, { fileName: id, html: { conservativeCollapse: true } });
    return minified && { code: minified.code, map: minified.map };
  },
});

/** Where the list goes, in whatever quotes the minifier likes. */
const PLACE = /(["'`])NEWSPRINT CHUNKS\1/;

/** Tells the loader which files each element imports, so that it can ask for all of them at once. */
const listChunks = (): Plugin => ({
  name: 'list-chunks',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const needs = (file: string, found = new Set<string>()): Set<string> => {
        const chunk = bundle[file] as Rollup.OutputChunk;
        for (const imported of chunk.imports) if (!found.has(imported)) needs(imported, found.add(imported));
        return found;
      };
      const lists = Object.fromEntries(TAGS.map((tag) => [tag, [...needs(`elements/${tag}.js`)].sort()]));
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || chunk.fileName !== 'newsprint.js') continue;
        if (!PLACE.test(chunk.code)) this.error('The loader has no place for the list of files.');
        chunk.code = chunk.code.replace(PLACE, JSON.stringify(lists));
      }
    },
  },
});

/** For bundlers: a module for each of ours, readable, with the dependencies left to the bundler. */
const packageBuild: UserConfig = {
  plugins: [keepDefinitions()],
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    minify: false,
    lib: {
      entry: Object.fromEntries(
        ['index', ...['all', ...TAGS].map((name) => `embed/${name}`)].map((e) => [e, at(`src/${e}.ts`)]),
      ),
      formats: ['es'],
    },
    rolldownOptions: {
      checks: { pluginTimings: false },
      external: /^(?:lit|marked|dompurify)(?:\/|$)/,
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
};

/** The loader has a copy of its own of the few lines that it shares with the elements: a chunk would cost a round trip. */
const copyForLoader = (): Plugin => ({
  name: 'copy-for-loader',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!importer?.endsWith('newsprint.ts') || !source.endsWith('adapter-table.js')) return;
    const found = await this.resolve(source, importer, { skipSelf: true });
    return found && `${found.id}?loader`;
  },
});

const scriptTag: UserConfig = {
  plugins: [keepDefinitions(), minifyLiterals()],
  define: { 'process.env.NODE_ENV': '"production"' },
};

/** For script tags: the loader, an entry for each element, and what they share, one level deep. */
const cdnBuild: UserConfig = {
  ...scriptTag,
  plugins: [copyForLoader(), ...scriptTag.plugins!, listChunks()],
  define: { ...scriptTag.define, NEWSPRINT_CHUNKS: '"NEWSPRINT CHUNKS"' },
  build: {
    target: 'es2022',
    outDir: 'cdn',
    emptyOutDir: true,
    minify: 'oxc',
    lib: {
      entry: {
        newsprint: at('src/embed/newsprint.ts'),
        ...Object.fromEntries(TAGS.map((tag) => [`elements/${tag}`, at(`src/embed/${tag}.ts`)])),
      },
      formats: ['es'],
    },
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: {
        minify: true,
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        codeSplitting: {
          groups: [
            // By priority, since a group takes along what its modules import, unless a higher one has it.
            { name: 'lit', test: LIT, priority: 4 },
            { name: 'shared', test: SHARED, minShareCount: TAGS.length, priority: 3 },
            // Small, and WordPress has both: one request for two.
            { name: 'paging', test: /adapters[\\/]common[\\/](?:link-header|wordpress-page)/, priority: 3 },
            { name: 'story', test: STORY, priority: 2 },
            { name: 'markdown', test: /node_modules[\\/]marked|src[\\/]content[\\/]markdown/, priority: 2 },
            { name: 'sanitiser', test: /node_modules[\\/]dompurify|src[\\/]content[\\/]/, priority: 1 },
          ],
        },
      },
    },
  },
};

/** For one script tag with one `integrity` hash: everything in a file that imports nothing. */
const singleBuild: UserConfig = {
  ...scriptTag,
  build: {
    target: 'es2022',
    outDir: 'cdn',
    emptyOutDir: false,
    minify: 'oxc',
    lib: { entry: at('src/embed/all.ts'), formats: ['es'], fileName: () => 'newsprint.all.js' },
    rolldownOptions: { checks: { pluginTimings: false }, output: { minify: true, codeSplitting: false } },
  },
};

/** For `npm start`: the demo, with the sources as they are. */
const demo: UserConfig = {
  root: at('demo'),
  cacheDir: at('node_modules/.cache/vite'),
  appType: 'mpa',
  server: { fs: { allow: [at('.')] } },
  // All that the sources import: what is found only on the way makes a first visit load again, and half a page wait for it.
  optimizeDeps: {
    include: [
      'lit',
      'lit/directive.js',
      'lit/directives/keyed.js',
      'lit/directives/live.js',
      'lit/directives/repeat.js',
      'marked',
      'dompurify',
    ],
  },
};

export default defineConfig(
  ({ mode }) => ({ package: packageBuild, cdn: cdnBuild, single: singleBuild })[mode] ?? demo,
);

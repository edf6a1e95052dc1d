/** What a page can reach is documented; `protected`, `private` and `#` members are ours. */
const isPublic = ({ name, privacy, static: isStatic }) =>
  privacy !== 'private' &&
  privacy !== 'protected' &&
  !name.startsWith('#') &&
  !(isStatic && name !== 'version');

/** Every element reads the same tokens. */
const TOKENS = Object.entries({
  '--news-font': "Font. Default: the page's.",
  '--news-font-heading': "Font of headings. Default: the page's.",
  '--news-font-size': "Size. Default: the page's, at least 13 px.",
  '--news-size-body': "Size of a story's text. Default: 1.0625em.",
  '--news-weight-heading': 'Weight of headings. Default: 700.',
  '--news-color-text': "Text. Default: the page's.",
  '--news-color-muted': 'Dates and captions. Default: the text colour, paler.',
  '--news-color-accent': 'Links, focus, main button. Default: the text colour.',
  '--news-color-on-accent': 'Text on the main button. Default: the text colour.',
  '--news-color-border': 'Lines. Default: a shade of the text colour.',
  '--news-color-control': 'Borders of fields and buttons. Default: a shade of the text colour.',
  '--news-color-surface': 'Ground. Default: none.',
  '--news-color-tint': 'Hover and placeholders. Default: a shade of the text colour.',
  '--news-color-input': 'Ground of fields. Default: none.',
  '--news-color-error': 'What is wrong in a form. Default: the text colour.',
  '--news-radius': 'Corners. Default: 0.375rem.',
  '--news-padding': 'Inside the element. Default: 0.',
  '--news-space': 'Inside boxes. Default: 1rem.',
  '--news-measure': 'Widest line of text. Default: 42rem.',
  '--news-image-ratio': 'Pictures of cards. Default: 16 / 9; 4 / 3 in rows.',
}).map(([name, description]) => ({ name, description }));

/** The package has no sources: what is imported from them is found where the build puts it. */
const built = (file) => file.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

function renamePaths(value) {
  if (Array.isArray(value)) return value.forEach(renamePaths);
  if (typeof value !== 'object' || value === null) return;
  for (const key of ['path', 'module']) if (typeof value[key] === 'string') value[key] = built(value[key]);
  Object.values(value).forEach(renamePaths);
}

/** What `define()` does is not seen by the analyzer: each entry defines the tag of the class that it exports. */
function nameDefinitions(modules) {
  const classes = new Map();
  for (const { path, declarations = [] } of modules)
    for (const { name, tagName } of declarations) if (tagName) classes.set(name, { tagName, module: path });
  for (const { path, exports = [] } of modules) {
    if (!path.startsWith('dist/embed/')) continue;
    for (const entry of [...exports]) {
      const { tagName, module } = classes.get(entry.name);
      entry.declaration.module = module;
      exports.push({
        kind: 'custom-element-definition',
        name: tagName,
        declaration: { name: entry.name, module },
      });
    }
  }
}

const publicOnly = () => ({
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations = [] } of customElementsManifest.modules) {
      for (const declaration of declarations) {
        declaration.members = declaration.members?.filter(isPublic);
        // Names of variables in `dispatchEvent(new NewsLoadEvent(article))` are no events.
        declaration.events = declaration.events?.filter(({ name }) => name?.startsWith('news-'));
        if (declaration.tagName) declaration.cssProperties = TOKENS;
      }
    }
    renamePaths(customElementsManifest.modules);
    nameDefinitions(customElementsManifest.modules);
  },
});

export default {
  // The elements, what they have in common, their events, and the entries that define them.
  globs: [
    'src/elements/{article-card,article-view,comment-thread,related-news,news-element,events}.ts',
    'src/embed/*-*.ts',
  ],
  outdir: '.',
  litelement: true,
  // Otherwise every analysis, also one into a folder for comparing, rewrites package.json.
  packagejson: false,
  plugins: [publicOnly()],
};

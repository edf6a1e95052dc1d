/** What a page can reach is documented; `protected`, `private` and `#` members are ours. */
const isPublic = ({ name, privacy, static: isStatic }) =>
  privacy !== 'private' &&
  privacy !== 'protected' &&
  !name.startsWith('#') &&
  !(isStatic && name !== 'version');

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
      for (const declaration of declarations) declaration.members = declaration.members?.filter(isPublic);
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

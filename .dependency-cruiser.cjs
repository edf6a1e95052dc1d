// The import law: data walks one road in one direction. See docs/decisions and CONTRIBUTING.
const only = (folder, allowed) => ({
  name: `${folder}-imports-only-${allowed.join('-') || 'itself'}`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: [`^src/${folder}/`, ...allowed.map((other) => `^src/${other}/`)] },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    only('model', []),
    only('i18n', []),
    only('source', ['model']),
    only('content', ['model']),
    only('view', ['model', 'i18n', 'content']),
    only('elements', ['model', 'i18n', 'source', 'content', 'view']),
    {
      name: 'view-knows-safe-html-as-a-type-only',
      severity: 'error',
      from: { path: '^src/view/' },
      to: { path: '^src/content/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'view-takes-no-other-content',
      severity: 'error',
      from: { path: '^src/view/' },
      to: { path: '^src/content/', pathNot: '^src/content/safe-html' },
    },
    {
      name: 'only-content-sanitises',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/content/' },
      to: { path: 'node_modules/(marked|dompurify)/' },
    },
    {
      name: 'only-the-loader-looks-below-elements',
      severity: 'error',
      from: { path: '^src/embed/', pathNot: '^src/embed/(newsprint|all)\\.ts$' },
      to: { path: '^src/', pathNot: ['^src/embed/', '^src/elements/'] },
    },
    {
      name: 'the-loader-looks-by-dynamic-import',
      severity: 'error',
      from: { path: '^src/embed/newsprint\\.ts$' },
      to: {
        path: '^src/',
        pathNot: '^src/source/adapter-(table|entry)',
        dependencyTypesNot: ['dynamic-import'],
      },
    },
    {
      name: 'nobody-imports-the-entries',
      severity: 'error',
      from: { path: '^src/(model|source|content|view|i18n|elements)/' },
      to: { path: '^src/(embed/|index)' },
    },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, path: '^src/' }, to: {} },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default'],
      extensions: ['.ts', '.js'],
    },
  },
};

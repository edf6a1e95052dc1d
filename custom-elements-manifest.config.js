/** What a page can reach is documented; `protected`, `private` and `#` members are ours. */
const publicOnly = () => ({
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations = [] } of customElementsManifest.modules) {
      for (const declaration of declarations) {
        declaration.members = declaration.members?.filter(
          ({ name, privacy, static: isStatic }) =>
            privacy !== 'private' &&
            privacy !== 'protected' &&
            !name.startsWith('#') &&
            !(isStatic && name !== 'version'),
        );
      }
    }
  },
});

export default {
  globs: ['src/elements/*.ts', 'src/embed/*-*.ts'],
  exclude: ['src/elements/{comment-bodies,comment-composer,content-door,loaded-comments}.ts'],
  outdir: '.',
  litelement: true,
  // Otherwise every analysis, also one into a folder for comparing, rewrites package.json.
  packagejson: false,
  plugins: [publicOnly()],
};

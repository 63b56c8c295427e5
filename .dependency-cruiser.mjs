/**
 * The arrows of the map in CONTRIBUTING.md, from top to bottom. A folder of src/ may import from itself and from the lines above
 * its own; folders of one line do not know one another. Modules that stand in src/ itself are for all. `npm run check` measures
 * every import of the .ts files by this, those of types too; .astro files stand below all of them but the build.
 */
const rooms = [
  ['text'],
  ['fonts', 'bibliography', 'formulas'],
  ['edition'],
  ['citing', 'search'],
  ['locales'],
  ['formats'],
  ['html', 'cards', 'client', 'hosting', 'discovery'],
  ['layouts', 'site'],
  ['build'],
  ['packages', 'authoring'],
  ['cli'],
];

const within = (names) => `^src/(${names.join('|')})/`;

/** What a folder may not import: what stands below its line, and the others on it. */
const arrows = rooms
  .flatMap((line, index) =>
    line.map((room) => {
      const others = [...line.filter((other) => other !== room), ...rooms.slice(index + 1).flat()];
      return {
        name: `arrow-from-${room}`,
        severity: 'error',
        from: { path: within([room]) },
        to: { path: within(others) },
      };
    }),
  )
  .filter((rule) => rule.to.path !== within([]));

export default {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    ...arrows,
    {
      name: 'no-format-knows-another',
      severity: 'error',
      from: { path: '^src/formats/([^/.]+)(\\.ts$|/)', pathNot: '^src/formats/(index|check)\\.ts$' },
      to: {
        path: '^src/formats/',
        // Its own family, and what several share.
        pathNot: ['^src/formats/$1/', '^src/formats/(format|full-text|xml)\\.ts$'],
      },
    },
    {
      name: 'every-folder-has-a-line',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: within([...rooms.flat(), 'worker']) },
      to: {},
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.mjs', '.js'] },
  },
};

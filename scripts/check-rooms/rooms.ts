/**
 * One room: files under `path` (the longest match wins) may import the rooms of `mayImport` and nothing else. A module
 * that every room around it needs can be a room by itself; it has no card.
 */
export interface Room {
  readonly path: string;
  readonly mayImport: readonly string[];
  /** The modules that rooms outside `path` may import; by default every module. */
  readonly doors?: readonly string[];
}

const CORE = [
  'core/domain',
  'core/contract',
  'core/security',
  'core/platform',
  'core/db',
  'core/store',
  'core/blobs',
  'core/jobs',
  'core/organization',
] as const;

const ENGINE = [
  'engine/model.ts',
  'engine/pace.ts',
  'engine/languages',
  'engine/normalise',
  'engine/validate',
  'engine/pdfium',
  'engine/read',
  'engine/render',
  'engine/layout',
  'engine/classify',
  'engine/candidates',
  'engine/documents',
  'engine/resolve',
  'engine/confidence',
  'engine/tables',
  'engine/templates',
  'engine/split',
  'engine/extraction',
  'engine/testing',
] as const;

/** The may-import table of docs/architecture.md; a room card that differs from it fails the check. */
export const ROOMS: readonly Room[] = [
  { path: 'core/domain', mayImport: [] },
  { path: 'core/contract', mayImport: ['core/domain'] },
  { path: 'core/security', mayImport: ['core/domain'] },
  { path: 'core/platform', mayImport: ['core/domain'] },
  { path: 'core/db', mayImport: ['core/domain'] },
  { path: 'core/jobs', mayImport: ['core/blobs', 'core/domain', 'core/platform'] },
  { path: 'core/blobs', mayImport: ['core/domain', 'core/platform', 'core/security'] },
  { path: 'core/store', mayImport: ['core/domain', 'core/db', 'core/platform'] },
  {
    path: 'core/organization',
    mayImport: ['core/domain', 'core/platform', 'core/security', 'core/db', 'core/store'],
  },
  {
    path: 'engine',
    mayImport: ['core/domain', ...ENGINE],
    doors: [
      'engine/index.ts',
      'engine/model.ts',
      'engine/learning.ts',
      'engine/templates/shipped.ts',
      'engine/validate',
      'engine/read/media-type.ts',
      'engine/render/page.ts',
      'engine/read/ocr/line-network/kernels.wasm',
      'engine/read/ocr/line-network/latin.linemodel',
    ],
  },
  { path: 'engine/model.ts', mayImport: ['core/domain'] },
  { path: 'engine/pace.ts', mayImport: [] },
  { path: 'engine/languages', mayImport: ['core/domain'] },
  { path: 'engine/normalise', mayImport: ['engine/languages'] },
  { path: 'engine/validate', mayImport: ['core/domain', 'engine/normalise'] },
  { path: 'engine/pdfium', mayImport: ['engine/model.ts'] },
  {
    path: 'engine/read',
    mayImport: ['core/domain', 'engine/model.ts', 'engine/normalise', 'engine/pdfium', 'engine/validate'],
  },
  { path: 'engine/render', mayImport: ['engine/model.ts', 'engine/pdfium', 'engine/read'] },
  {
    path: 'engine/layout',
    mayImport: ['core/domain', 'engine/model.ts', 'engine/pace.ts', 'engine/languages', 'engine/normalise'],
  },
  { path: 'engine/classify', mayImport: ['core/domain', 'engine/languages', 'engine/layout', 'engine/normalise'] },
  {
    path: 'engine/candidates',
    mayImport: [
      'core/domain',
      'engine/model.ts',
      'engine/pace.ts',
      'engine/languages',
      'engine/normalise',
      'engine/validate',
      'engine/layout',
      'engine/classify',
    ],
  },
  { path: 'engine/documents', mayImport: ['core/domain', 'engine/candidates'] },
  {
    path: 'engine/resolve',
    mayImport: [
      'core/domain',
      'engine/model.ts',
      'engine/pace.ts',
      'engine/languages',
      'engine/normalise',
      'engine/validate',
      'engine/layout',
      'engine/classify',
      'engine/candidates',
      'engine/documents',
    ],
  },
  {
    path: 'engine/confidence',
    mayImport: ['core/domain', 'engine/model.ts', 'engine/layout', 'engine/resolve', 'engine/validate'],
  },
  { path: 'engine/tables', mayImport: ['core/domain', 'engine/model.ts', 'engine/pace.ts', 'engine/layout'] },
  {
    path: 'engine/templates',
    mayImport: [
      'core/domain',
      'engine/model.ts',
      'engine/normalise',
      'engine/layout',
      'engine/candidates',
      'engine/documents',
      'engine/resolve',
      'engine/confidence',
    ],
  },
  {
    path: 'engine/split',
    mayImport: [
      'core/domain',
      'engine/model.ts',
      'engine/pace.ts',
      'engine/layout',
      'engine/classify',
      'engine/candidates',
      'engine/resolve',
    ],
  },
  {
    path: 'engine/extraction',
    mayImport: [
      'core/domain',
      'engine/model.ts',
      'engine/pace.ts',
      'engine/normalise',
      'engine/validate',
      'engine/read',
      'engine/layout',
      'engine/classify',
      'engine/candidates',
      'engine/documents',
      'engine/resolve',
      'engine/confidence',
      'engine/tables',
      'engine/templates',
    ],
  },
  {
    path: 'engine/testing',
    mayImport: ['core/domain', 'engine/model.ts', 'engine/layout', 'engine/read', 'engine/render'],
  },
  {
    path: 'worker/services',
    mayImport: [...CORE, 'engine/validate', 'engine/read/media-type.ts', 'engine/templates/shipped.ts'],
  },
  {
    path: 'worker/http',
    mayImport: ['worker/services', 'core/contract', 'core/domain', 'core/platform', 'core/organization'],
  },
  {
    path: 'worker/routes',
    mayImport: ['worker/services', 'worker/http', 'core/contract', 'core/domain', 'core/platform'],
  },
  { path: 'worker', mayImport: ['worker/services', 'worker/http', 'worker/routes', ...CORE] },
  { path: 'queue-consumer', mayImport: [...CORE, 'engine'] },
  { path: 'training', mayImport: ['core/domain', 'engine', 'scripts'] },
  { path: 'web', mayImport: ['core/contract', 'core/domain', 'engine/validate'] },
];

/** Folders whose subfolders must not import each other in a circle. */
export const LAYERED: readonly string[] = ['engine/resolve'];

/** What test files may import in addition to the imports of their room. */
export const FOR_TESTS: readonly string[] = ['core', 'scripts', 'tests'];

/** Files whose default export the platform or a tool requires. */
export const DEFAULT_EXPORT =
  /(^|\/)[a-z-]+(\.[a-z-]+)*\.config\.ts$|^worker\/index\.ts$|^queue-consumer\/index\.ts$|^tests\/workers\/[a-z-]+\.ts$/;

/** File names that do not describe what a file does. */
export const EMPTY_NAMES: ReadonlySet<string> = new Set([
  'util',
  'utils',
  'helper',
  'helpers',
  'common',
  'misc',
  'shared',
  'stuff',
]);

/** Longest file, in lines. Data tables (`*.data.ts`) and tests may be longer. */
export const MAX_LINES = 250;

/** Files that may be longer, with the reason. */
export const LONG_FILES: Readonly<Record<string, string>> = {
  'tests/workers/operation-examples.ts': 'one table: an example for every operation',
  'tests/journey/sign-in-by-provider.ts': 'one server with its providers for all that reaches out',
};

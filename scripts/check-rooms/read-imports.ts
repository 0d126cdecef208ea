/** `import … from 'x'`, `export … from 'x'`, `import 'x'`, `import('x')`; comments are removed first. */
const STATIC = /(?:^|[\n;])\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/g;
const BARE = /(?:^|[\n;])\s*import\s*['"]([^'"]+)['"]/g;
const DYNAMIC = /\bimport\s*\(\s*['"]([^'"]+)['"]\s*\)/g;
const BLOCK_COMMENTS = /\/\*[\s\S]*?\*\//g;
const LINE_COMMENTS = /(^|\s)\/\/.*$/gm;

/** The specifiers a module imports, types included, each once. */
export function readImports(source: string): readonly string[] {
  const code = source.replace(BLOCK_COMMENTS, ' ').replace(LINE_COMMENTS, '$1');
  const found = [STATIC, BARE, DYNAMIC].flatMap((pattern) =>
    [...code.matchAll(pattern)].map((match) => match[1] ?? ''),
  );
  return [...new Set(found)];
}

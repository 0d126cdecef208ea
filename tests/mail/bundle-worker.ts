import { build } from 'vite';

/** Bundles one Worker of this repository into the text of a single module. @throws Error if it does not build */
export async function bundleWorker(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true, target: 'webworker' },
    build: {
      ssr: entry,
      write: false,
      minify: false,
      target: 'es2024',
      rollupOptions: { external: [/^cloudflare:/], output: { format: 'es', codeSplitting: false } },
    },
  });
  const [bundle] = Array.isArray(built) ? built : [built];
  const [chunk] = bundle && 'output' in bundle ? bundle.output : [];
  if (chunk?.type !== 'chunk') throw new Error(`${entry} did not become one module`);
  return chunk.code;
}

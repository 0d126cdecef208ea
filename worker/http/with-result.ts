import type { EmbeddedResult } from '../services/documents/embedded-result.ts';

/** JSON text of a response object with a result or the reference to it. The result is not parsed. */
export function withResult(body: object, result: EmbeddedResult): string {
  if ('omitted' in result) return JSON.stringify({ ...body, result_omitted: result.omitted });
  return `${JSON.stringify(body).slice(0, -1)},"result":${result.json}}`;
}

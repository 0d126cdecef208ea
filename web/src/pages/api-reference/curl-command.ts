import type { ListedOperation, OpenApiDocument } from './openapi.ts';
import { exampleOf } from './schema-example.ts';

/** Quotes for a POSIX shell. */
const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** A call of the operation that can be pasted into a shell; `$NC_KEY` holds the key, `$ID` and the like the ids. */
export function curlCommand(
  document: OpenApiDocument,
  { method, route, operation }: ListedOperation,
  origin: string,
): string {
  const address = `${origin}${route}`.replaceAll(/\{(\w+)\}/g, (_, name: string) => `$${name.toUpperCase()}`);
  const parts = [`curl${method === 'GET' ? '' : ` -X ${method}`} "${address}"`];
  if (operation['x-permission'] !== 'public') parts.push('-H "Authorization: Bearer $NC_KEY"');
  const content = operation.requestBody?.content ?? {};
  const json = content['application/json']?.schema;
  if (content['multipart/form-data']) parts.push("-F 'file=@invoice.pdf'");
  else if (json)
    parts.push("-H 'Content-Type: application/json'", `-d ${quote(JSON.stringify(exampleOf(document, json)))}`);
  return parts.join(' \\\n  ');
}

import type { ComponentChildren } from 'preact';
import { CopyButton } from '../../components/copy-button.tsx';
import { ScrollRegion } from '../../components/scroll-region.tsx';
import { curlCommand } from './curl-command.ts';
import type { ListedOperation, OpenApiDocument, OpenApiSchema } from './openapi.ts';
import { typeText } from './openapi.ts';
import { exampleOf } from './schema-example.ts';
import { SchemaTable } from './schema-table.tsx';

export interface OperationCardProps {
  readonly document: OpenApiDocument;
  readonly listed: ListedOperation;
}

const METHOD_TONES: Readonly<Record<string, string | undefined>> = {
  GET: 'bg-supported-soft text-supported',
  POST: 'bg-proved-soft text-proved',
  PATCH: 'bg-review-soft text-review',
  PUT: 'bg-review-soft text-review',
  DELETE: 'bg-danger-soft text-danger',
};

export function OperationCard({ document, listed }: OperationCardProps) {
  const { anchor, method, route, operation } = listed;
  const permission = operation['x-permission'];
  const parameters = operation.parameters ?? [];
  const bodies = Object.entries(operation.requestBody?.content ?? {});
  const curl = curlCommand(document, listed, location.origin);
  return (
    <article id={anchor} class="card scroll-mt-4" aria-labelledby={`${anchor}-title`}>
      <div class="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-line border-b px-5 py-3.5">
        <span class={`rounded-md px-2 py-0.5 font-mono font-semibold text-xs ${METHOD_TONES[method] ?? 'bg-sunken'}`}>
          {method}
        </span>
        <h3 id={`${anchor}-title`} class="min-w-0 break-all font-mono font-semibold text-sm">
          <a href={`#${anchor}`}>{route}</a>
        </h3>
        {permission !== undefined && (
          <span class="ml-auto whitespace-nowrap text-ink-faint text-sm">
            {permission === 'public' && 'public'}
            {permission === 'authenticated' && 'any authenticated caller'}
            {permission !== 'public' && permission !== 'authenticated' && (
              <>
                requires <code class="font-mono text-xs">{permission}</code>
              </>
            )}
          </span>
        )}
      </div>
      <div class="flex flex-col gap-5 px-5 py-4">
        {(operation.summary || operation.description) && (
          <div>
            <p class="font-medium">{operation.summary}</p>
            {operation.description && <p class="mt-1 text-ink-soft">{operation.description}</p>}
          </div>
        )}
        {parameters.length > 0 && (
          <Part title="Parameters">
            <ul class="flex flex-col gap-2 text-sm">
              {parameters.map(({ name, in: place, required, description, schema }) => (
                <li key={`${place}-${name}`} class="grid gap-x-4 sm:grid-cols-[11rem_minmax(0,1fr)]">
                  <span>
                    <code class="font-mono">{name}</code> <span class="text-ink-faint">{place}</span>
                    {required && <span class="text-review"> required</span>}
                  </span>
                  <span class="min-w-0">
                    <code class="break-words font-mono text-ink-soft text-xs">{typeText(schema ?? {})}</code>
                    {schema?.default !== undefined && (
                      <span class="text-ink-faint"> default {JSON.stringify(schema.default)}</span>
                    )}
                    {description && <span class="block text-ink-soft">{description}</span>}
                  </span>
                </li>
              ))}
            </ul>
          </Part>
        )}
        {bodies.map(([media, { schema }]) => (
          <Part key={media} title={`Body · ${media}`}>
            {schema && <SchemaTable document={document} schema={schema} />}
            {schema && media === 'application/json' && <Example document={document} schema={schema} />}
          </Part>
        ))}
        <Part title="Responses">
          <div class="flex flex-col gap-1.5">
            {Object.entries(operation.responses ?? {}).map(([status, { description, content }]) => {
              const [media, body] = Object.entries(content ?? {})[0] ?? [];
              return (
                <details key={status} class="text-sm">
                  <summary class="cursor-pointer py-0.5">
                    <code class={`font-mono font-semibold ${status.startsWith('2') ? 'text-proved' : ''}`}>
                      {status}
                    </code>{' '}
                    {description}
                    {body?.schema && <span class="text-ink-faint"> · {typeText(body.schema)}</span>}
                  </summary>
                  <div class="mt-2 mb-3 ml-4 flex flex-col gap-3">
                    {media !== undefined && <p class="font-mono text-ink-faint text-xs">{media}</p>}
                    {body?.schema && <SchemaTable document={document} schema={body.schema} />}
                    {body?.schema && media?.includes('json') && <Example document={document} schema={body.schema} />}
                  </div>
                </details>
              );
            })}
          </div>
        </Part>
        <div class="relative">
          <ScrollRegion
            class="overflow-x-auto rounded-lg bg-sunken py-3 pr-12 pl-4"
            label={`${method} ${route} with curl`}
          >
            <pre class="font-mono text-xs">{curl}</pre>
          </ScrollRegion>
          <span class="absolute top-1 right-1">
            <CopyButton text={curl} what="the curl command" compact />
          </span>
        </div>
      </div>
    </article>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <h4 class="mb-2 font-semibold text-ink-soft text-sm">{title}</h4>
      {children}
    </div>
  );
}

function Example({ document, schema }: { readonly document: OpenApiDocument; readonly schema: OpenApiSchema }) {
  return (
    <details class="mt-2 text-sm">
      <summary class="cursor-pointer text-ink-soft">Example</summary>
      <ScrollRegion class="mt-2 max-h-96 overflow-auto rounded-lg bg-sunken px-4 py-3" label="Example">
        <pre class="font-mono text-xs">{JSON.stringify(exampleOf(document, schema), null, 2)}</pre>
      </ScrollRegion>
    </details>
  );
}

import type { TemplateView } from '#core/contract/templates';
import { Section } from '../../components/section.tsx';
import { TYPE_LABELS } from '../../wording/document-words.ts';
import { KIND_LABELS } from './field-kinds.ts';

/** A read-only template. */
export function TemplateSummary({ template }: { readonly template: TemplateView }) {
  const { family, document_type: type, titles, fields, table } = template;
  return (
    <div class="flex flex-col gap-8">
      <dl class="card grid grid-cols-[8rem_minmax(0,1fr)] gap-y-2 p-5">
        <dt class="text-ink-soft">Family</dt>
        <dd>{family}</dd>
        <dt class="text-ink-soft">Document type</dt>
        <dd>{TYPE_LABELS[type]}</dd>
        <dt class="text-ink-soft">Titles</dt>
        <dd class="break-words">{titles.join(', ') || '–'}</dd>
      </dl>
      <Section title="Fields">
        <Entries entries={fields} />
      </Section>
      {table && (
        <Section title="Table">
          <Entries entries={table.columns} />
        </Section>
      )}
    </div>
  );
}

type Entry = Pick<TemplateView['fields'][number], 'name' | 'kind' | 'labels' | 'required' | 'pattern' | 'list'>;

function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <ul class="card">
      {entries.map(({ name, kind, labels, required, pattern, list }) => (
        <li key={name} class="grid gap-x-4 border-line border-b px-5 py-3 last:border-b-0 sm:grid-cols-[1fr_2fr]">
          <span class="min-w-0">
            <code class="break-all font-mono text-sm">{name}</code>
            <span class="block text-ink-faint text-sm">
              {KIND_LABELS[kind]}
              {required && ', required'}
            </span>
          </span>
          <span class="min-w-0 break-words text-ink-soft text-sm">
            {labels.join(' · ') || 'found by its name'}
            {pattern !== undefined && <span class="block font-mono text-xs">{pattern}</span>}
            {list !== undefined && <span class="block">one of: {list.join(', ')}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

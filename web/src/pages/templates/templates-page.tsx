import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { TemplateView } from '#core/contract/templates';
import { archiveTemplate, listTemplates } from '../../api/templates.ts';
import { AccessDialog } from '../../components/access/access-dialog.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Icon } from '../../components/icon.tsx';
import { ListCard } from '../../components/page-list.tsx';
import { PlainPage } from '../../components/plain-page.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { Section } from '../../components/section.tsx';
import { mayUse } from '../../state/session.ts';
import { showToast } from '../../state/toasts.ts';
import { usePages } from '../../state/use-pages.ts';
import { useTitle } from '../../state/use-title.ts';
import { TYPE_LABELS } from '../../wording/document-words.ts';

export function TemplatesPage() {
  useTitle('Templates');
  const [q, setQ] = useState('');
  if (!mayUse('templates.read'))
    return (
      <PlainPage
        name="Templates"
        icon="document"
        title="Your role does not include templates"
        text="An owner or administrator of your organization can give you access."
      />
    );
  return (
    <div class="relative h-full overflow-y-auto">
      <div class="mx-auto flex max-w-4xl flex-col gap-8 px-4 py-8 sm:px-6">
        <div class="flex flex-wrap items-center justify-between gap-3">
          <h1 class="font-semibold text-2xl tracking-tight">Templates</h1>
          {mayUse('templates.manage') && (
            <a class="button button-primary" href="/templates/new">
              <Icon name="plus" /> New template
            </a>
          )}
        </div>
        <p class="text-ink-soft">
          A template defines the fields to extract from a kind of document. Built-in templates are chosen by the title
          of the document. To process documents with one of your own, open it.
        </p>
        <SearchField label="Name or id" onSearch={setQ} />
        <OwnTemplates q={q} />
        <ShippedTemplates q={q} />
      </div>
    </div>
  );
}

type Opened = { readonly kind: 'access' | 'archive'; readonly template: TemplateView } | null;

function OwnTemplates({ q }: { readonly q: string }) {
  const pages = usePages((cursor, signal) => listTemplates(q, 'false', cursor, signal), q);
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  return (
    <Section title="Custom templates">
      <ListCard
        pages={pages}
        what="your templates"
        empty={
          q === ''
            ? {
                icon: 'document',
                title: 'No custom templates yet',
                text: 'Create one from scratch, or copy one of those below.',
              }
            : { icon: 'search', title: 'No matches', text: 'None of your templates matches this search.' }
        }
      >
        {(template) => (
          <TemplateRow key={template.id} template={template}>
            {mayUse('members.read') && (
              <button
                type="button"
                class="button"
                aria-label={`Access to ${template.name}`}
                onClick={() => setOpened({ kind: 'access', template })}
              >
                Access
              </button>
            )}
            {mayUse('templates.manage') && (
              <button
                type="button"
                class="button"
                aria-label={`Archive ${template.name}`}
                onClick={() => setOpened({ kind: 'archive', template })}
              >
                Archive
              </button>
            )}
          </TemplateRow>
        )}
      </ListCard>
      {opened?.kind === 'access' && (
        <AccessDialog
          target={{ kind: 'template', id: opened.template.id, name: opened.template.name }}
          onClose={close}
        />
      )}
      {opened?.kind === 'archive' && (
        <ConfirmDialog
          title={`Archive “${opened.template.name}”?`}
          action="Archive"
          onClose={close}
          onConfirm={async () => {
            await archiveTemplate(opened.template.id);
            showToast(`“${opened.template.name}” archived.`);
            close();
            pages.reload();
          }}
        >
          <p>Uploads that specify it will be refused. Existing results stay.</p>
        </ConfirmDialog>
      )}
    </Section>
  );
}

function ShippedTemplates({ q }: { readonly q: string }) {
  const pages = usePages((cursor, signal) => listTemplates(q, 'true', cursor, signal), q);
  return (
    <Section title="Built-in templates">
      <ListCard
        pages={pages}
        what="the templates"
        empty={{ icon: 'search', title: 'No matches', text: 'No template matches this search.' }}
      >
        {(template) => <TemplateRow key={template.id} template={template} />}
      </ListCard>
    </Section>
  );
}

interface TemplateRowProps {
  readonly template: TemplateView;
  readonly children?: ComponentChildren;
}

function TemplateRow({ template, children }: TemplateRowProps) {
  const { id, name, family, document_type: type, fields, table, shipped, version } = template;
  const facts = [
    family,
    type !== 'other' && type !== family && TYPE_LABELS[type],
    fields.length === 1 ? '1 field' : `${fields.length} fields`,
    table && 'a table',
    !shipped && `version ${version}`,
  ].filter((fact) => typeof fact === 'string');
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-5 py-3 last:border-b-0">
      <div class="min-w-0 flex-1 basis-56">
        <a class="link break-words font-medium" href={`/templates/${encodeURIComponent(id)}`}>
          {name}
        </a>
        <p class="text-ink-faint text-sm first-letter:uppercase">{facts.join(' · ')}</p>
      </div>
      <div class="flex flex-wrap gap-2">
        {children}
        {mayUse('templates.manage') && (
          <a class="button" href={`/templates/new?like=${encodeURIComponent(id)}`} aria-label={`Copy ${name}`}>
            Copy
          </a>
        )}
      </div>
    </li>
  );
}

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { TemplateView } from '#core/contract/templates';
import { createTemplate, readTemplate, replaceTemplate } from '../../api/templates.ts';
import { LoadFrame } from '../../components/load-frame.tsx';
import { PlainPage } from '../../components/plain-page.tsx';
import { mayUse } from '../../state/session.ts';
import { showToast } from '../../state/toasts.ts';
import { useLoad } from '../../state/use-load.ts';
import { useTitle } from '../../state/use-title.ts';
import { ReadByTemplate } from './read-by-template.tsx';
import { draftOf, emptyDraft } from './template-draft.ts';
import { TemplateForm } from './template-form.tsx';
import { TemplateSummary } from './template-summary.tsx';
import { VersionPicker } from './version-picker.tsx';

/** One template: editable when it belongs to the organization, otherwise read-only. */
export function TemplatePage({ id }: { readonly id: string }) {
  useTitle('Template');
  const [version, setVersion] = useState<number | null>(null);
  const [template, reload] = useLoad((signal) => readTemplate(id, null, signal));
  return (
    <Frame>
      <LoadFrame loaded={template} what="the template" onRetry={reload}>
        {(current) => (
          <>
            <Heading template={current} />
            {!current.shipped && current.version > 1 && (
              <VersionPicker current={current.version} chosen={version ?? current.version} onChoose={setVersion} />
            )}
            <Version
              key={`${current.version}-${version ?? 'current'}`}
              current={current}
              version={version === current.version ? null : version}
              onSaved={() => {
                setVersion(null);
                reload();
              }}
            />
          </>
        )}
      </LoadFrame>
    </Frame>
  );
}

/** A new template, empty or a copy of another one. */
export function NewTemplatePage({ like }: { readonly like: string | null }) {
  useTitle('New template');
  const { route } = useLocation();
  const [model, reload] = useLoad(async (signal) => (like === null ? null : await readTemplate(like, null, signal)));
  if (!mayUse('templates.manage'))
    return (
      <PlainPage
        name="Template"
        icon="document"
        title="Your role does not include creating templates"
        text="An owner or administrator of your organization can give you access."
      />
    );
  return (
    <Frame>
      <h1 class="font-semibold text-2xl tracking-tight">New template</h1>
      <LoadFrame loaded={model} what="the template to copy" onRetry={reload}>
        {(from) => (
          <TemplateForm
            start={from === null ? emptyDraft() : { ...draftOf(from), name: `${from.name} (copy)` }}
            action="Create template"
            onSave={async (body) => {
              const { id, name } = await createTemplate(body);
              showToast(`“${name}” created.`);
              route(`/templates/${id}`, true);
            }}
          />
        )}
      </LoadFrame>
    </Frame>
  );
}

interface VersionProps {
  readonly current: TemplateView;
  /** An older version; null for the current one. */
  readonly version: number | null;
  readonly onSaved: () => void;
}

function Version({ current, version, onSaved }: VersionProps) {
  const [shown, reload] = useLoad(async (signal) =>
    version === null ? current : await readTemplate(current.id, version, signal),
  );
  const editable = !current.shipped && mayUse('templates.manage');
  return (
    <LoadFrame loaded={shown} what="the version" onRetry={reload}>
      {(template) =>
        editable ? (
          <TemplateForm
            start={draftOf(template)}
            action={version === null ? 'Save as new version' : `Restore version ${version}`}
            onSave={async (body) => {
              const saved = await replaceTemplate(current.id, body);
              showToast(`Version ${saved.version} saved.`);
              onSaved();
            }}
          />
        ) : (
          <TemplateSummary template={template} />
        )
      }
    </LoadFrame>
  );
}

function Heading({ template }: { readonly template: TemplateView }) {
  const { id, name, shipped, version } = template;
  return (
    <div class="flex flex-wrap items-start gap-x-4 gap-y-2">
      <div class="min-w-0 flex-1 basis-60">
        <h1 class="break-words font-semibold text-2xl tracking-tight">{name}</h1>
        <p class="text-ink-faint text-sm">
          <span class="break-all font-mono">{id}</span> · {shipped ? 'built in' : `version ${version}`}
        </p>
      </div>
      {mayUse('documents.create') && <ReadByTemplate templateId={id} />}
      {mayUse('templates.manage') && (
        <a class="button" href={`/templates/new?like=${encodeURIComponent(id)}`}>
          Copy
        </a>
      )}
    </div>
  );
}

function Frame({ children }: { readonly children: ComponentChildren }) {
  return (
    // The scroll padding keeps the focused field above the bar at the bottom.
    <div class="relative h-full scroll-pb-40 overflow-y-auto">
      <div class="mx-auto flex max-w-4xl flex-col gap-6 px-4 py-8 sm:px-6">{children}</div>
    </div>
  );
}

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { ViewView } from '#core/contract/views';
import { INPUT_LIMITS } from '#core/domain/input-limits';
import { createView, deleteView, updateView } from '../../api/views.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { Icon } from '../../components/icon.tsx';
import { TextField } from '../../components/text-field.tsx';
import { addressOfFilter, type DocumentFilter, filterFromQuery, queryOfFilter } from '../../state/document-filter.ts';
import { runAction } from '../../state/run-action.ts';
import { refreshViews, savedViews } from '../../state/saved-views.ts';
import { showToast } from '../../state/toasts.ts';
import { useForm } from '../../state/use-form.ts';
import { PopoverMenu } from './popover-menu.tsx';

/** Saved views: open one, save the current filter as one, bring one up to date, delete one. */
export function ViewsMenu({ filter }: { readonly filter: DocumentFilter }) {
  const { route } = useLocation();
  const [saving, setSaving] = useState(false);
  const current = addressOfFilter(filter);
  const refresh = () => void refreshViews();
  return (
    <>
      <PopoverMenu id="saved-views" icon="folder" label="Views">
        {(close) => (
          <div class="flex flex-col py-1 text-sm">
            {savedViews.value.length === 0 && (
              <p class="px-4 py-3 text-ink-soft">
                Save a filter and an order under a name to return to it in one click.
              </p>
            )}
            {savedViews.value.map((view) => (
              <ViewLine
                key={view.id}
                view={view}
                current={current}
                onOpen={() => {
                  close();
                  route(addressOfFilter(filterFromQuery(view.query)));
                }}
                onUpdate={() =>
                  runAction(updateView(view.id, { query: queryOfFilter(filter) }), `“${view.name}” updated`, refresh)
                }
                onDelete={() => runAction(deleteView(view.id), `“${view.name}” deleted`, refresh)}
              />
            ))}
            <button
              type="button"
              class="mt-1 flex cursor-pointer items-center gap-2 border-line border-t px-4 py-3 text-left font-medium hover:bg-sunken"
              onClick={() => {
                close();
                setSaving(true);
              }}
            >
              <Icon name="plus" /> Save this view
            </button>
          </div>
        )}
      </PopoverMenu>
      {saving && (
        <SaveViewDialog
          filter={filter}
          onClose={() => {
            setSaving(false);
            refresh();
          }}
        />
      )}
    </>
  );
}

interface ViewLineProps {
  readonly view: ViewView;
  readonly current: string;
  readonly onOpen: () => void;
  readonly onUpdate: () => void;
  readonly onDelete: () => void;
}

function ViewLine({ view, current, onOpen, onUpdate, onDelete }: ViewLineProps) {
  const { name, shared, can_change: mayChange } = view;
  const open = addressOfFilter(filterFromQuery(view.query)) === current;
  return (
    <div class={`flex items-center pr-2 hover:bg-sunken ${open ? 'bg-accent-soft' : ''}`}>
      <button type="button" class="min-w-0 flex-1 cursor-pointer px-4 py-2.5 text-left" onClick={onOpen}>
        <span class="block truncate font-medium">{name}</span>
        {shared && <span class="text-ink-faint text-xs">Shared with the organization</span>}
      </button>
      {mayChange && !open && (
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-label={`Replace “${name}” with the current filter`}
          title="Replace with the current filter"
          onClick={onUpdate}
        >
          <Icon name="retry" class="size-4" />
        </button>
      )}
      {mayChange && (
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-label={`Delete “${name}”`}
          onClick={onDelete}
        >
          <Icon name="close" class="size-4" />
        </button>
      )}
    </div>
  );
}

function SaveViewDialog({ filter, onClose }: { readonly filter: DocumentFilter; readonly onClose: () => void }) {
  const form = useForm({
    start: { name: '', shared: false },
    submit: async ({ name, shared }) => {
      await createView({ name: name.trim(), query: queryOfFilter(filter), shared });
      showToast(`“${name.trim()}” saved.`);
      onClose();
    },
  });
  return (
    <FormDialog title="Save view" action="Save" form={form} onClose={onClose}>
      <TextField label="Name" {...form.field('name')} maxLength={INPUT_LIMITS.name} autofocus />
      <label class="flex cursor-pointer items-center gap-2">
        <input
          type="checkbox"
          class="size-4 accent-accent"
          checked={form.values.shared}
          onChange={(event) => form.set({ shared: event.currentTarget.checked })}
        />
        Share with everybody in the organization
      </label>
    </FormDialog>
  );
}

import { useState } from 'preact/hooks';
import type { RuleView } from '#core/contract/rules';
import { archiveRule, listRules, switchRule } from '../../api/rules.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Icon } from '../../components/icon.tsx';
import { ListCard } from '../../components/page-list.tsx';
import { Section } from '../../components/section.tsx';
import { showFailure, showToast } from '../../state/toasts.ts';
import { usePages } from '../../state/use-pages.ts';
import { RuleDialog } from './rule-dialog.tsx';
import { type RuleAction, RuleRow } from './rule-row.tsx';
import { VersionsDialog } from './versions-dialog.tsx';

type Opened = { readonly kind: 'new' } | { readonly kind: RuleAction; readonly rule: RuleView } | null;

/** The organization's own rules. */
export function RulesSection({ mayManage }: { readonly mayManage: boolean }) {
  const pages = usePages(listRules);
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const done = (text: string) => {
    showToast(text);
    close();
    pages.reload();
  };
  const turn = async (rule: RuleView) => {
    try {
      await switchRule(rule.id, !rule.active);
      done(rule.active ? `${rule.name} is off.` : `${rule.name} is on.`);
    } catch (failure) {
      showFailure(failure);
      pages.reload();
    }
  };
  return (
    <Section
      title="Rules"
      action={
        mayManage && (
          <button type="button" class="button" onClick={() => setOpened({ kind: 'new' })}>
            <Icon name="plus" /> New rule
          </button>
        )
      }
    >
      <p class="-mt-2 mb-3 text-ink-soft">
        A document that breaks a rule needs review. Rules apply to documents that are read or corrected from now on.
      </p>
      <ListCard
        pages={pages}
        what="the rules"
        empty={{
          icon: 'shield',
          title: 'No rules yet',
          text: 'A rule says what your documents must have, such as an order number, or what a person has to look at.',
        }}
      >
        {(rule) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            mayManage={mayManage}
            onTurn={() => void turn(rule)}
            onOpen={(kind) => setOpened({ kind, rule })}
          />
        )}
      </ListCard>
      {(opened?.kind === 'new' || opened?.kind === 'edit') && (
        <RuleDialog rule={opened.kind === 'edit' ? opened.rule : null} onDone={done} onClose={close} />
      )}
      {opened?.kind === 'versions' && <VersionsDialog rule={opened.rule} onClose={close} />}
      {opened?.kind === 'archive' && (
        <ConfirmDialog
          title="Archive this rule?"
          action="Archive"
          onClose={close}
          onConfirm={async () => {
            await archiveRule(opened.rule.id);
            done('Rule archived.');
          }}
        >
          <p>
            “{opened.rule.name}” no longer applies to any document. Documents that it stopped keep their check until
            they are corrected or read again. This cannot be undone.
          </p>
        </ConfirmDialog>
      )}
    </Section>
  );
}

import type { RuleView } from '#core/contract/rules';
import { readRuleVersion } from '../../api/rules.ts';
import { Dialog } from '../../components/dialog.tsx';
import { PageList } from '../../components/page-list.tsx';
import { nameOfUser } from '../../state/people-names.ts';
import { usePages } from '../../state/use-pages.ts';
import { describeDemand, describeScope } from '../../wording/rule-words.ts';

/** Versions read at a time, newest first. */
const PAGE = 10;

/** Every version of a rule, as it was. */
export function VersionsDialog({ rule, onClose }: { readonly rule: RuleView; readonly onClose: () => void }) {
  const pages = usePages(async (cursor, signal) => {
    const newest = cursor === null ? rule.version : Number(cursor);
    const numbers = Array.from({ length: Math.min(PAGE, newest) }, (_, at) => newest - at);
    const data = await Promise.all(numbers.map((version) => readRuleVersion(rule.id, version, signal)));
    const next = newest - numbers.length;
    return { data, next_cursor: next > 0 ? String(next) : null };
  });
  return (
    <Dialog title={`Versions of ${rule.name}`} wide onClose={onClose}>
      <PageList pages={pages} what="the versions" label="Versions" empty={null}>
        {({ version, name, definition, created_by: author }) => (
          <li key={version} class="border-line border-b py-3 last:border-b-0">
            <p class="font-medium">
              Version {version}: {name}
            </p>
            <p class="break-words text-sm">
              {describeDemand(definition)}. {describeScope(definition)}
            </p>
            <p class="break-words text-ink-soft text-sm">“{definition.message}”</p>
            <p class="text-ink-faint text-sm">{nameOfUser(author)}</p>
          </li>
        )}
      </PageList>
    </Dialog>
  );
}

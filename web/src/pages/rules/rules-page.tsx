import { useEffect } from 'preact/hooks';
import { refreshMembers } from '../../state/people-names.ts';
import { mayUse } from '../../state/session.ts';
import { useTitle } from '../../state/use-title.ts';
import { SettingsFrame } from '../settings/settings-page.tsx';
import { PolicySection } from './policy-section.tsx';
import { RulesSection } from './rules-section.tsx';

/** What stops a document of this organization, and how its documents are reviewed. */
export function RulesPage() {
  useTitle('Rules');
  useEffect(() => void refreshMembers(), []);
  const mayManage = mayUse('rules.manage');
  return (
    <SettingsFrame here="/settings/rules">
      <RulesSection mayManage={mayManage} />
      <PolicySection mayManage={mayManage} />
    </SettingsFrame>
  );
}

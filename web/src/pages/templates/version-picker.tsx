import { SelectField } from '../../components/select-field.tsx';

export interface VersionPickerProps {
  readonly current: number;
  readonly chosen: number;
  readonly onChoose: (version: number) => void;
}

/** The versions of a template, newest first. Results refer to the version that produced them. */
export function VersionPicker({ current, chosen, onChoose }: VersionPickerProps) {
  const versions = Array.from({ length: current }, (_, back) => current - back);
  return (
    <div class="max-w-60">
      <SelectField
        label="Version"
        value={String(chosen)}
        options={versions.map((each) => [String(each), each === current ? `${each} (current)` : String(each)] as const)}
        onChange={(value) => onChoose(Number(value))}
      />
    </div>
  );
}

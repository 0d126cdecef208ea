import { COLUMNS, changeLayout, type Density, listLayout, withColumn } from '../../state/list-layout.ts';
import { COLUMN_LOOKS } from './columns.tsx';
import { PopoverMenu } from './popover-menu.tsx';

const DENSITIES: readonly (readonly [Density, string])[] = [
  ['comfortable', 'Comfortable'],
  ['compact', 'Compact'],
];

/** Which columns the list shows, and how high its rows are. */
export function LayoutMenu() {
  const { columns, density } = listLayout.value;
  return (
    <PopoverMenu id="list-layout" icon="fit-width" label="Columns">
      {() => (
        <div class="flex flex-col gap-3 p-4 text-sm">
          <fieldset class="flex flex-col gap-1">
            <legend class="mb-1 font-semibold">Columns</legend>
            {COLUMNS.map((name) => (
              <label key={name} class="flex min-h-8 cursor-pointer items-center gap-2">
                <input
                  type="checkbox"
                  class="size-4 accent-accent"
                  checked={columns.includes(name)}
                  onChange={(event) =>
                    changeLayout({ columns: withColumn(columns, name, event.currentTarget.checked) })
                  }
                />
                {COLUMN_LOOKS[name].label}
              </label>
            ))}
          </fieldset>
          <fieldset class="flex flex-col gap-1 border-line border-t pt-3">
            <legend class="sr-only">Density</legend>
            {DENSITIES.map(([value, label]) => (
              <label key={value} class="flex min-h-8 cursor-pointer items-center gap-2">
                <input
                  type="radio"
                  name="density"
                  class="size-4 accent-accent"
                  checked={density === value}
                  onChange={() => changeLayout({ density: value })}
                />
                {label}
              </label>
            ))}
          </fieldset>
        </div>
      )}
    </PopoverMenu>
  );
}

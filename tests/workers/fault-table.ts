/** Attempts and outcomes, printed by `npm run test:faults`. */
export class FaultTable {
  private readonly rows = new Map<string, Map<string, number>>();

  constructor(private readonly title: string) {}

  count(name: string, when: string, outcome: number | string): void {
    const row = this.rows.get(name) ?? new Map<string, number>();
    const column = `${when}: ${outcome}`;
    row.set(column, (row.get(column) ?? 0) + 1);
    this.rows.set(name, row);
  }

  print(isWanted: boolean): void {
    if (!isWanted) return;
    const lines = [...this.rows].map(([name, row]) => {
      const cells = [...row].toSorted().map(([column, times]) => `${column} × ${times}`);
      return `  ${name.padEnd(28)} ${cells.join('   ')}`;
    });
    const total = [...this.rows.values()].flatMap((row) => [...row.values()]).reduce((sum, times) => sum + times, 0);
    console.log([`${this.title}: ${total} faults`, ...lines].join('\n'));
  }
}

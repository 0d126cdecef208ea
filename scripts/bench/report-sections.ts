const NEXT = '\n## ';

/** Replaces a section of a report, or appends it. The first line of the section is its heading. */
export function withSection(report: string, section: readonly string[]): string {
  const [heading] = section;
  if (heading === undefined) return report;
  const start = report.indexOf(`${heading}\n`);
  if (start < 0) return `${report.trimEnd()}\n\n${section.join('\n').trimEnd()}\n`;
  const end = report.indexOf(NEXT, start + heading.length);
  const after = end < 0 ? '' : report.slice(end);
  return `${report.slice(0, start)}${section.join('\n').trimEnd()}\n${after}`;
}

/** Returns a section of a report, to keep it in the next one; empty if there is none. */
export function sectionOf(report: string, heading: string): readonly string[] {
  const start = report.indexOf(`${heading}\n`);
  if (start < 0) return [];
  const end = report.indexOf(NEXT, start + heading.length);
  return report.slice(start, end < 0 ? undefined : end).split('\n');
}

import { strToU8, zipSync } from 'fflate';

/** Builds small office files for tests, containing only the parts that readers use. */
export function docxFile(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  return zipOf({
    'word/document.xml': `<?xml version="1.0"?><w:document ${w}><w:body>${body}</w:body></w:document>`,
    ...parts,
  });
}

export const paragraphXml = (text: string, properties = ''): string =>
  `<w:p><w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

export const tableXml = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((text) => `<w:tc>${paragraphXml(text)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

/** `sheets` are the contents of `sheetData` elements; `styles` of the style sheet. */
export function xlsxFile(
  sheets: readonly { readonly name: string; readonly data: string; readonly state?: string; readonly rest?: string }[],
  texts: readonly string[] = [],
  styles = '',
): Uint8Array {
  const tabs = sheets.map(({ name, state }, index) => {
    const shown = state === undefined ? '' : ` state="${state}"`;
    return `<sheet name="${name}" sheetId="${index + 1}"${shown} r:id="rId${index + 1}"/>`;
  });
  const relations = sheets.map(
    (_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/s${index + 1}.xml"/>`,
  );
  const files = sheets.map(({ data, rest = '' }, index) => [
    `xl/worksheets/s${index + 1}.xml`,
    `<worksheet><sheetData>${data}</sheetData>${rest}</worksheet>`,
  ]);
  return zipOf({
    'xl/workbook.xml': `<workbook><sheets>${tabs.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
    ...Object.fromEntries(files),
  });
}

export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(entries));
}

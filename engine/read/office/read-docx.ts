import type { EngineHost, ReadOutcome } from '#engine/model';
import type { Block } from '../flow/block.ts';
import { documentOfBlocks } from '../flow/lay-out.ts';
import { openZip, type Zip } from '../zip/open-zip.ts';
import { withZipFailures } from '../zip/zip-failures.ts';
import { blocksOfDocx } from './docx-blocks.ts';
import { readDocxStyles } from './docx-styles.ts';
import { readRelations } from './relations.ts';
import { attribute, followXml } from './xml-events.ts';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const BODY = 'word/document.xml';

/**
 * Reads a word-processor file and lays it out on pages. Its own page breaks are known only to the program that prints
 * it, so headers appear once above the text and footers once below it.
 */
export function readDocx(bytes: Uint8Array, host: EngineHost): Promise<ReadOutcome> {
  return withZipFailures(() => readBody(bytes, host));
}

async function readBody(bytes: Uint8Array, host: EngineHost): Promise<ReadOutcome> {
  const zip = openZip(bytes, () => host.pause());
  const pause = () => host.pause();
  const body = await zip.read(BODY);
  if (body === undefined) {
    return { ok: false, error: { code: 'damaged', message: 'The document has no text part in it.' } };
  }
  const styles = await readDocxStyles(zip, pause);
  const parts = await headerAndFooterParts(zip, body, pause);
  const read = async (paths: readonly string[]): Promise<Block[]> => {
    const blocks: Block[] = [];
    for (const path of paths) {
      const part = await zip.read(path);
      await pause();
      if (part !== undefined) blocks.push(...(await blocksOfDocx(part, styles, pause)));
    }
    return blocks;
  };
  const blocks = [
    ...(await read(parts.headers)),
    ...(await blocksOfDocx(body, styles, pause)),
    ...(await read(parts.footers)),
  ];
  return documentOfBlocks(blocks, DOCX, host);
}

/** Each header and footer once, in the order of the sections that use them. */
async function headerAndFooterParts(zip: Zip, body: Uint8Array, pause: () => Promise<void>) {
  const relations = await readRelations(zip, BODY, pause);
  const headers = new Set<string>();
  const footers = new Set<string>();
  await followXml(
    body,
    {
      open(name, attributes) {
        const into = name === 'headerReference' ? headers : name === 'footerReference' ? footers : undefined;
        const path = relations.get(attribute(attributes, 'id') ?? '');
        if (path !== undefined) into?.add(path);
      },
    },
    pause,
  );
  return { headers: [...headers], footers: [...footers] };
}

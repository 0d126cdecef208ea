import { readFileSync, writeFileSync } from 'node:fs';
import { openPictures } from '#engine/read/image/decode-picture';
import { detectMediaType } from '#engine/read/media-type';
import { nodeEngineHost } from './engine-host.ts';
import { cutOut } from '#engine/read/ocr/band-picture';
import { withRecogniser } from '#engine/read/ocr/recogniser';
import { encodePng } from '#engine/render/png';
const host = nodeEngineHost();
const grey = Uint8Array.from({length: 768}, (_, i) => Math.floor(i/3));
const [cmd, f, ...rest] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(f!));
const opened = openPictures(bytes, detectMediaType(bytes) as never);
if (!opened.ok) throw new Error('no');
const dec = await opened.file.decode(0, { channels: 1, maxPixels: 20e6 }, host);
if (!dec.ok) throw new Error('no');
const pic = dec.picture;
if (cmd === 'png') {
  const [a0=0,b0=0,a1=pic.width,b1=pic.height,scale=1, slope=0] = rest.map(Number);
  const c = cutOut(pic, {a0,b0,a1,b1}, slope, scale);
  writeFileSync('/tmp/e5/out.png', await encodePng({ width: c.width, height: c.height, samples: c.pixels, palette: grey }));
  console.log(c.width, c.height);
} else {
  const [a0=0,b0=0,a1=0,b1=0,slope=0] = rest.map(Number);
  for (const wl of ['', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<']) for (const h of [22, 26, 30, 36, 44]) {
    const scale = h / (b1-b0);
    const c = cutOut(pic, {a0: a0-10/scale,b0:b0-10/scale,a1:a1+10/scale,b1:b1+10/scale}, slope, scale);
    await withRecogniser(host, async (r) => { console.log(wl===''?'-':'W', h, r.recognise(c.pixels, c.width, c.height, 7, wl as never).map(w=>w.text+'{'+Math.round(w.confidence*100)+'}').join(' ')); });
  }
}

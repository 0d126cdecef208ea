import { readFileSync } from 'node:fs';
import { openPictures } from '#engine/read/image/decode-picture';
import { detectMediaType } from '#engine/read/media-type';
import { nodeEngineHost } from './engine-host.ts';
import { cutStrip, fitCells, cellOf } from '#engine/read/mrz/fit-cells';
import { matchGlyph } from '#engine/read/mrz/match-glyph';
const host = nodeEngineHost();
const ALL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<';
const dir = '/work/shared/corpus/ids/';
const rows: [string, number, number, number, number, number, number][] = [
 ['id-pe-pol.png',27,337,563,351,-0.00698,44],['id-pe-pol.png',27,367,563,383,-0.00698,44],
 ['id-pe-che.jpg',16,126,267,136,.00349,30],['id-pe-che.jpg',15,140,267,149,.00349,30],['id-pe-che.jpg',15,154,267,163,.00349,30],
 ['id-pe-bdr.jpg',89,1054,1730,1096,0,44],['id-pe-bdr.jpg',91,1147,1730,1194,0,44],
 ['id-pe-d.jpg',17,109,233,118,-.00349,30],['id-pe-d.jpg',17,121,233,130,-.00349,30],['id-pe-d.jpg',17,134,233,142,-.00349,30],
 ['id-az-can.png',24,515,379,528,0,44],['id-az-can.png',25,537,379,548,0,44],
 ['id-pe-hrv.jpg',28,335,554,348,-.0052,44],['id-pe-hrv.jpg',16,359,554,389,-.0052,44],
 ['id-pe-uto.jpg',59,418,718,436,-.00349,44],['id-pe-uto.jpg',60,453,718,472,-.00349,44],
 ['id-pe-uto2.jpg',72,487,662,503,0,36],['id-pe-ltu.jpg',36,350,501,364,.0017,44],['id-pe-cze.jpg',30,370,553,385,.00698,44],
];
for (const [f,x0,y0,x1,y1,slope,n] of rows) {
  const bytes = new Uint8Array(readFileSync(dir+f));
  const o = openPictures(bytes, detectMediaType(bytes) as never); if (!o.ok) continue;
  const d = await o.file.decode(0, {channels:1,maxPixels:20e6}, host); if (!d.ok) continue;
  const t = performance.now();
  const start = { left: x0, right: x1, leftMiddle: (y0+y1)/2, rightMiddle: (y0+y1)/2, cells: n };
  const strip = cutStrip(d.picture, start, slope);
  const { line, score } = fitCells(strip, start);
  let s = '', sc = '';
  for (let i = 0; i < n; i++) {
    let m: {sign:string,score:number}[] = [];
    for (const dx of [-1,0,1]) for (const dy of [-1,0,1]) { m.push(...matchGlyph(cellOf(strip, line, i, dx, dy), ALL)); }
    m.sort((a,b)=>b.score-a.score); const b = m[0]!; const r = m.find(k=>k.sign!==b.sign)!; s += b.sign; if (b.score - r.score < .06) sc += `${b.sign}/${r.sign} `; 
  }
  console.log(f, score.toFixed(3), Math.round(performance.now()-t)+'ms', s, sc);
}

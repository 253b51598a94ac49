// Makes the other views of boundaries: static/countries-un.json and static/countries-india.json.
//
// In an empty folder:   npm i plotly.js@4.1.1 topojson-client@3 topojson-simplify@3 polygon-clipping@0.15
//                       NODE_PATH=node_modules node PROJECT/benchmarks/boundary_views.js PROJECT
//
// plotly.js (MIT) carries the outlines of the UN's geodata ("UN Geodata simplified", 1:50m), which draw areas of no
// settled status apart: Jammu and Kashmir (XJK), Aksai Chin (XAC), Arunachal Pradesh (XAP), Halaib (XHT), Bir Tawil
// (XBT), Ilemi (XIT). India's view is made of it: India with the first three and, set by hand to a twentieth of a
// degree, the Shaksgam valley and Lakshadweep, which the UN's outlines do not have.
const fs = require('fs'), path = require('path');
const client = require('topojson-client'), simplify = require('topojson-simplify'), clip = require('polygon-clipping');
const {polygons, rounded, area, SMALLEST} = require('./outlines.js');
const [, , project] = process.argv;
const LEFT_OUT = new Set(['ATA']);
const INDIAN = ['IND', 'XJK', 'XAC', 'XAP'];
// Between the Karakoram watershed and the Aghil range (Aghil Pass: 36.18 N 76.63 E); the tract is put at 5,180 square kilometres.
const SHAKSGAM = [[[75.90, 36.60], [76.10, 36.44], [76.35, 36.30], [76.63, 36.18], [76.90, 35.98], [77.20, 35.80],
  [77.50, 35.66], [77.75, 35.57], [77.95, 35.52], [77.95, 35.49], [77.67, 35.44], [77.21, 35.49], [76.74, 35.64], [76.60, 35.74],
  [76.33, 35.81], [76.10, 35.84], [75.99, 36.02], [75.94, 36.16], [76.01, 36.25], [75.97, 36.48], [75.90, 36.60]]];
// Kavaratti, Agatti, Androth, Amini, Minicoy: a diamond each, or they would be lost at this scale.
const LAKSHADWEEP = [[10.57, 72.64], [10.85, 72.19], [10.81, 73.68], [11.12, 72.73], [8.28, 73.05]]
  .map(([y, x]) => [[[x - 0.06, y], [x, y + 0.06], [x + 0.06, y], [x, y - 0.06], [x - 0.06, y]]]);  // clockwise

globalThis.window = globalThis;  // the bundle of plotly.js sets a name there
const topology = require('plotly.js/dist/plotly-geo-assets.js').topojson.world_50m;
let smaller = simplify.simplify(simplify.presimplify(topology), SMALLEST);
smaller = simplify.filter(smaller, simplify.filterAttachedWeight(smaller, SMALLEST * 5));

const outlines = of => {
  const found = {};
  for (const feature of client.feature(of, of.objects.countries).features)
    if (!LEFT_OUT.has(feature.id)) (found[feature.id] = found[feature.id] || []).push(...polygons(feature.geometry));
  return found;
};
const full = outlines(topology), light = outlines(smaller);
const enough = list => list && list.some(polygon => polygon[0].length >= 5);
const plain = Object.fromEntries(Object.keys(full).map(code => [code, enough(light[code]) ? light[code] : full[code]]));

function write(name, told) {
  const features = Object.keys(told).sort().map(code => ({
    type: 'Feature', id: code, properties: {},
    geometry: {type: 'MultiPolygon', coordinates: told[code].map(polygon => polygon.map(rounded))},
  }));
  const file = path.join(project, 'static', name);
  fs.writeFileSync(file, JSON.stringify({type: 'FeatureCollection', features}) + '\n');
  console.log(name, features.length, 'outlines', fs.statSync(file).size, 'bytes');
}

const india = {...plain};
for (const code of INDIAN) delete india[code];
// Shared lines are joined by arcs, so that no seam is left; the valley is then added and taken from China.
const parts = smaller.objects.countries.geometries.filter(each => INDIAN.includes(each.id));
// Maps in the browser want the outer ring clockwise, polygon-clipping gives the other way round.
const turned = list => list.map(polygon => polygon.map(ring => [...ring].reverse()));
india.IND = [...turned(clip.union(client.merge(smaller, parts).coordinates, SHAKSGAM)), ...LAKSHADWEEP];
india.CHN = turned(clip.difference(plain.CHN, SHAKSGAM));
const squareKm = list => Math.round(list.reduce((sum, polygon) => sum + polygon.reduce((all, ring, i) => {
  const middle = ring.reduce((y, point) => y + point[1], 0) / ring.length;
  return all + (i ? -1 : 1) * area(ring) * 111.2 ** 2 * Math.cos(middle * Math.PI / 180);
}, 0), 0));
console.log('Shaksgam about', squareKm([SHAKSGAM]), 'km2; India about', squareKm(india.IND), 'km2 (stated: 3,287,263)');
write('countries-un.json', plain);
write('countries-india.json', india);

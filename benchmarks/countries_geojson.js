// Makes the map: static/countries.json, the two stub topologies and core/lexicon/data/country_points.csv.
//
// In an empty folder:   npm i world-atlas@2.0.2 topojson-client@3 topojson-simplify@3
//                       python -c "import pycountry; [print(c.numeric, c.alpha_3) for c in pycountry.countries]" > iso.txt
//                       NODE_PATH=node_modules node PROJECT/benchmarks/countries_geojson.js iso.txt PROJECT
//
// world-atlas is Natural Earth 1:50m (public domain): boundaries as they are held on the ground. Each feature gets its
// alpha-3 code as id. Overseas parts that ISO 3166 lists apart are cut out of their states; what has no code of its own
// keeps Natural Earth's (CYN, SOL, KAS), is drawn as land and never counted.
const fs = require('fs'), path = require('path');
const client = require('topojson-client'), simplify = require('topojson-simplify');
const {polygons, rounded, unwound, area, middle, SMALLEST} = require('./outlines.js');
const [, , isoFile, project] = process.argv;
const DOT_BELOW = 1.2;    // square degrees: a smaller country is drawn as a dot as well

const alpha3 = Object.fromEntries(fs.readFileSync(isoFile, 'utf8').trim().split('\n').map(line => line.split(' ')));
const NO_NUMBER = {Kosovo: 'XKX', 'N. Cyprus': 'CYN', Somaliland: 'SOL', 'Siachen Glacier': 'KAS'};
const WITHOUT_COUNT = new Set(['CYN', 'SOL', 'KAS']);
const LEFT_OUT = new Set(['Ashmore and Cartier Is.', 'Antarctica']);  // the first carries Australia's number
// [code of the whole, code of the part, west, south, east, north]
const PARTS = [
  ['FRA', 'GUF', -56, 1, -50, 7], ['FRA', 'REU', 54, -23, 57, -20], ['FRA', 'MYT', 44, -14, 46, -12],
  ['FRA', 'GLP', -63, 15.5, -60, 17], ['FRA', 'MTQ', -62, 14, -60, 15.2],
  ['NOR', 'SJM', 9, 74, 36, 82], ['NOR', 'SJM', -12, 70, -6, 72], ['NLD', 'BES', -69, 11, -62, 18.5],
  ['NZL', 'TKL', -173, -10, -171, -8], ['IOT.', 'CXR', 104, -12, 107, -9], ['IOT.', 'CCK', 95, -14, 99, -11],
];
// No polygon at this scale, or (Kiribati) a largest part far from the seat of government: set by hand, to a tenth of a degree.
const BY_HAND = {TUV: [-8.5, 179.2], GIB: [36.1, -5.4], BVT: [-54.4, 3.4], UMI: [19.3, 166.6], ATA: [-78.0, 20.0], KIR: [1.4, 173.0]};

const topology = JSON.parse(fs.readFileSync(require.resolve('world-atlas/countries-50m.json')));
let smaller = simplify.simplify(simplify.presimplify(topology), SMALLEST);
smaller = simplify.filter(smaller, simplify.filterAttachedWeight(smaller, SMALLEST * 5));
const full = client.feature(topology, topology.objects.countries).features;
const light = client.feature(smaller, smaller.objects.countries).features;

const shapes = {}, originals = {};
const add = (store, code, polygon) => (store[code] = store[code] || []).push(polygon);
function file(store, feature, geometry) {
  const name = feature.properties.name;
  const whole = name === 'Indian Ocean Ter.' ? 'IOT.' : NO_NUMBER[name] || alpha3[feature.id];
  if (!whole) throw new Error('no code for ' + name);
  for (const polygon of polygons(geometry)) {
    const [x, y] = polygon[0][0];
    const part = PARTS.find(([of, , w, s, e, n]) => of === whole && x >= w && x <= e && y >= s && y <= n);
    if (!part && whole === 'IOT.') throw new Error('a part of the Indian Ocean Territories is not placed');
    add(store, part ? part[1] : whole, polygon);
  }
}
full.forEach((feature, i) => {
  if (LEFT_OUT.has(feature.properties.name)) return;
  file(originals, feature, feature.geometry);
  file(shapes, feature, light[i].geometry);
});

const codes = Object.keys(originals).sort();
const enough = list => list && list.some(polygon => polygon[0].length >= 5);
const features = codes.map(code => {
  const kept = enough(shapes[code]) ? shapes[code] : originals[code];
  const coordinates = kept.map(polygon => polygon.map(rounded));
  return {type: 'Feature', id: code, properties: {}, geometry: {type: 'MultiPolygon', coordinates}};
});
fs.writeFileSync(path.join(project, 'static/countries.json'), JSON.stringify({type: 'FeatureCollection', features}) + '\n');

const layers = ['coastlines', 'land', 'ocean', 'lakes', 'rivers', 'countries', 'subunits'];
const empty = Object.fromEntries(layers.map(layer => [layer, {type: 'GeometryCollection', geometries: []}]));
for (const name of ['world_110m', 'world_50m'])
  fs.writeFileSync(path.join(project, `static/stub/${name}.json`), JSON.stringify({type: 'Topology', objects: empty, arcs: []}) + '\n');

const rows = [];
for (const code of [...Object.values(alpha3), 'XKX'].sort()) {
  const own = originals[code];
  if (!own && !BY_HAND[code]) throw new Error('no place for ' + code);
  const size = own ? own.reduce((sum, polygon) => sum + area(unwound(polygon[0])), 0) : 0;
  const biggest = own && own.map(polygon => unwound(polygon[0])).reduce((a, b) => area(a) >= area(b) ? a : b);
  const [lat, lon] = BY_HAND[code] || middle(biggest);
  const source = BY_HAND[code] ? 'set by hand from a general atlas' : 'Natural Earth 1:50m: middle of the largest part';
  const east = ((lon + 540) % 360) - 180;
  rows.push([code, lat.toFixed(2), east.toFixed(2), size < DOT_BELOW ? 'dot' : 'area', own ? 'yes' : 'no', source].join(','));
}
fs.writeFileSync(path.join(project, 'core/lexicon/data/country_points.csv'), 'code,lat,lon,mark,outline,source\n' + rows.join('\n') + '\n');
console.log(features.length, 'outlines', rows.length, 'places', rows.filter(row => row.includes(',dot,')).length, 'dots',
  'without count', [...WITHOUT_COUNT].join(' '), fs.statSync(path.join(project, 'static/countries.json')).size, 'bytes');

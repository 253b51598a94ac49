// Geometry of outlines in degrees: what the makers of the maps share.
const SMALLEST = 0.006;  // square degrees: a triangle below this is left out of an outline
const DIGITS = 100;      // two decimals, about one kilometre

const polygons = geometry => !geometry ? [] : geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
const rounded = ring => ring.map(([x, y]) => [Math.round(x * DIGITS) / DIGITS, Math.round(y * DIGITS) / DIGITS]);
// A ring over the antimeridian jumps from 180 to -180: carry on instead.
const unwound = ring => {
  let turn = 0;
  return ring.map(([x, y], i) => {
    const step = i ? x - ring[i - 1][0] : 0;
    turn += step > 180 ? -360 : step < -180 ? 360 : 0;
    return [x + turn, y];
  });
};
const area = ring => Math.abs(ring.reduce((sum, [x, y], i) => {
  const [u, v] = ring[(i + 1) % ring.length];
  return sum + x * v - u * y;
}, 0)) / 2;
function middle(ring) {
  const [x0, y0] = ring[0];  // relative to a corner: far from zero, an islet's area drowns in rounding
  let a = 0, cx = 0, cy = 0;
  ring.forEach(([px, py], i) => {
    const [qx, qy] = ring[(i + 1) % ring.length], x = px - x0, y = py - y0, u = qx - x0, v = qy - y0;
    const cross = x * v - u * y;
    a += cross; cx += (x + u) * cross; cy += (y + v) * cross;
  });
  return a ? [y0 + cy / (3 * a), x0 + cx / (3 * a)] : [y0, x0];
}

module.exports = {SMALLEST, polygons, rounded, unwound, area, middle};

const WIDTH = 720;
const HEIGHT = 260;
const LEFT = 56;
const BOTTOM = 36;
const TOP = 36;

/** A line over time as an SVG document; both axes begin at zero. */
export const plot = (title: string, points: [seconds: number, value: number][]): string => {
  const longest = Math.max(...points.map(([seconds]) => seconds));
  const highest = Math.max(...points.map(([, value]) => value)) * 1.1;
  const x = (seconds: number): number => LEFT + (seconds / longest) * (WIDTH - LEFT - 16);
  const y = (value: number): number => HEIGHT - BOTTOM - (value / highest) * (HEIGHT - BOTTOM - TOP);
  const line = points.map(([seconds, value]) => `${x(seconds).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
  const marks = [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const [value, seconds] = [part * highest, part * longest];
    return `<text x="${LEFT - 8}" y="${(y(value) + 4).toFixed(1)}" text-anchor="end">${value.toFixed(0)}</text>
<line x1="${LEFT}" x2="${WIDTH - 16}" y1="${y(value).toFixed(1)}" y2="${y(value).toFixed(1)}" stroke="#ccd5d9"/>
<text x="${x(seconds).toFixed(1)}" y="${HEIGHT - 12}" text-anchor="middle">${seconds.toFixed(0)} s</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<title>${title}</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
<text x="${LEFT}" y="20" font-size="14">${title}</text>
${marks.join('\n')}
<polyline points="${line}" fill="none" stroke="#0b5f67" stroke-width="1.5"/>
</svg>
`;
};

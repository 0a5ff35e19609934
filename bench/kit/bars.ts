const WIDTH = 760;
const LEFT = 230;
const RIGHT = 70;
const BAR = 12;
const colors = ['#0b5f67', '#c2762b'];

type Row = { name: string; values: (number | undefined)[] };
type Bars = { title: string; unit: string; series: string[]; rows: Row[]; marks?: { name: string; value: number }[] };

/** Horizontal bars, one for each series of each row, as an SVG document; the axis begins at zero. */
export const bars = ({ title, unit, series, rows, marks = [] }: Bars): string => {
  const highest = Math.max(...rows.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const x = (value: number): number => LEFT + (value / highest) * (WIDTH - LEFT - RIGHT);
  const pitch = series.length * BAR + 8;
  const top = 56;
  const height = top + rows.length * pitch + 12;
  const legend = series.map(
    (name, index) =>
      `<rect x="${LEFT + index * 160}" y="32" width="10" height="10" fill="${colors[index]}"/><text x="${LEFT + index * 160 + 16}" y="41">${name}</text>`,
  );
  const drawn = rows.flatMap(({ name, values }, row) => [
    `<text x="${LEFT - 8}" y="${top + row * pitch + (series.length * BAR) / 2 + 4}" text-anchor="end">${name}</text>`,
    ...values.flatMap((value, index) => {
      if (value === undefined) return [];
      const y = top + row * pitch + index * BAR;
      return `<rect x="${LEFT}" y="${y}" width="${(x(value) - LEFT).toFixed(1)}" height="${BAR - 2}" fill="${colors[index]}"/><text x="${(x(value) + 5).toFixed(1)}" y="${y + 9}" font-size="10">${value.toFixed(1)}</text>`;
    }),
  ]);
  const lines = marks.map(
    ({ name, value }) =>
      `<line x1="${x(value).toFixed(1)}" x2="${x(value).toFixed(1)}" y1="${top - 6}" y2="${height - 8}" stroke="#888" stroke-dasharray="3 3"/><text x="${(x(value) + 4).toFixed(1)}" y="${top - 8}" font-size="10">${name}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12">
<title>${title}</title>
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
<text x="12" y="20" font-size="14">${title}, ${unit}</text>
${[...legend, ...lines, ...drawn].join('\n')}
</svg>
`;
};

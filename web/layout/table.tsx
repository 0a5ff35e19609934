import type { ComponentChildren } from 'preact';

type Row = { key: string; cells: ComponentChildren[] };
type Props = { label: string; columns: string[]; rows: Row[] };

/**
 * A table that becomes a list of cards where the screen is narrow. CSS takes a table's meaning away when it changes how
 * its parts are laid out: the roles keep it.
 */
// biome-ignore-start lint/a11y/noRedundantRoles: not redundant once CSS has changed the display of the parts
export const Table = ({ label, columns, rows }: Props) => (
  <table aria-label={label} role="table">
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((column) => (
          <th key={column} scope="col" role="columnheader">
            {column}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {rows.map(({ key, cells }) => (
        <tr key={key} role="row">
          {cells.map((cell, index) => (
            <td key={columns[index]} data-label={columns[index]} role="cell">
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
// biome-ignore-end lint/a11y/noRedundantRoles: as above

import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

type Row = { key: string; cells: ComponentChildren[] };
type Props = {
  label: string;
  columns: string[];
  rows: Row[];
  /** The row that gets the focus: the first of those that were added. */
  focusOn?: number | undefined;
};

/**
 * A table that becomes a list of cards on a narrow screen. CSS removes a table's semantics when it changes the layout
 * of its parts: the roles preserve them.
 */
// biome-ignore-start lint/a11y/noRedundantRoles: not redundant once CSS has changed the display of the parts
export const Table = ({ label, columns, rows, focusOn }: Props) => {
  const added = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (focusOn !== undefined) added.current?.focus();
  }, [focusOn]);
  return (
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
        {rows.map(({ key, cells }, index) => (
          <tr key={key} role="row" {...(index === focusOn && { ref: added, tabIndex: -1 })}>
            {cells.map((cell, column) => (
              <td key={columns[column]} data-label={columns[column]} role="cell">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
// biome-ignore-end lint/a11y/noRedundantRoles: as above

import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import '../styles/lists.css';

type Row = { key: string; cells: ComponentChildren[] };
export type Column = {
  /** Names the column, also in the cards of a narrow screen. */
  label: string;
  /** What the head shows instead of the name. */
  head?: ComponentChildren;
  /** For a column that can be sorted by. */
  sort?: 'ascending' | 'descending' | 'none';
  /** Its cells name their rows. */
  isRowHead?: boolean;
};
type Props = {
  label: string;
  columns: (string | Column)[];
  rows: Row[];
  class?: string;
  /** The row that gets the focus: the first of those that were added. */
  focusOn?: number | undefined;
};

/**
 * A table that becomes a list of cards on a narrow screen. CSS removes a table's semantics when it changes the layout
 * of its parts: the roles preserve them.
 */
// biome-ignore-start lint/a11y/noRedundantRoles: not redundant once CSS has changed the display of the parts
export const Table = ({ label, columns: given, rows, class: kind, focusOn }: Props) => {
  const added = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (focusOn !== undefined) added.current?.focus();
  }, [focusOn]);
  const columns = given.map((column): Column => (typeof column === 'string' ? { label: column } : column));
  return (
    <table aria-label={label} role="table" {...(kind && { class: kind })}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ label: name, head, sort }) => (
            <th key={name} scope="col" role="columnheader" {...(sort && { 'aria-sort': sort })}>
              {head ?? name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ key, cells }, index) => (
          <tr key={key} role="row" {...(index === focusOn && { ref: added, tabIndex: -1 })}>
            {cells.map((cell, at) => {
              const { label: name = '', isRowHead } = columns[at] ?? {};
              return isRowHead ? (
                <th key={name} scope="row" data-label={name} role="rowheader">
                  {cell}
                </th>
              ) : (
                <td key={name} data-label={name} role="cell">
                  {cell}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
// biome-ignore-end lint/a11y/noRedundantRoles: as above

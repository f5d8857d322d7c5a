import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import './table.css';

export interface TableColumn<Row> {
  id: string;
  header: string;
  /** Numbers are set at the end of the cell with digits of equal width. */
  numeric?: boolean | undefined;
  /** The cell that names the row, for screen readers. */
  rowHeader?: boolean | undefined;
  cell: (row: Row) => ReactNode;
}

export interface TableProps<Row> {
  /** Says what the table shows; visible unless hidden. */
  caption: string;
  hideCaption?: boolean | undefined;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  className?: string | undefined;
}

/** A plain table for tens of rows. Long lists are virtual and use the ui-table classes themselves. */
export function Table<Row>({ caption, hideCaption, columns, rows, rowKey, className }: TableProps<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
    <section className={classNames('ui-table-scroll', className)} aria-label={caption} tabIndex={0}>
      <table className="ui-table">
        <caption className={hideCaption ? 'ui-visually-hidden' : 'ui-table-caption'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" data-numeric={column.numeric || undefined}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) =>
                column.rowHeader ? (
                  <th key={column.id} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} data-numeric={column.numeric || undefined}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

import type { ReactNode } from 'react';

export type CellMark = 'failing' | 'confirm';

export interface Column<T> {
  key: string;
  title: string;
  /** Said in the head, once, instead of in every cell. */
  unit?: string;
  numeric?: boolean;
  /** True when the field of that name sorts, or the field's name. */
  sortable?: boolean | string;
  /** On a phone its words head the card instead of those of the first column. */
  heads?: boolean;
  /** Left out until chosen in the column chooser. */
  hidden?: boolean;
  /** Long words break into lines and take the room there is, instead of being cut. */
  wrap?: boolean;
  render: (row: T) => ReactNode;
  /** What sorting, searching and totals of local tables read. */
  value?: (row: T) => string | number | boolean | null | undefined;
  /** Failing or to be confirmed: shown by colour and by sign. */
  mark?: (row: T) => CellMark | undefined;
  /** What stands in the totals row. */
  total?: ReactNode;
}

export interface FilterSpec {
  name: string;
  label: string;
  options: { value: string; label: string }[];
  width?: number;
}

export const sortField = <T>(column: Column<T>): string | undefined =>
  column.sortable === true ? column.key : column.sortable || undefined;

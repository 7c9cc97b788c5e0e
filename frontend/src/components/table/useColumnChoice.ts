import { useState } from 'react';
import type { Column } from './columns';

export interface ColumnChoice {
  shown: (key: string) => boolean;
  toggle: (key: string) => void;
}

function read(id: string): Record<string, boolean> {
  try {
    return JSON.parse(window.localStorage.getItem(`dudao.columns.${id}`) ?? '{}') as Record<string, boolean>;
  } catch {
    return {};
  }
}

/** Which columns a person wants to see in this table, kept on this computer. The first one always stays. */
export function useColumnChoice<T>(id: string, columns: Column<T>[]): ColumnChoice {
  const [chosen, setChosen] = useState(() => read(id));
  const shown = (key: string) =>
    key === columns[0]?.key || (chosen[key] ?? !columns.find((column) => column.key === key)?.hidden);
  const toggle = (key: string) => {
    const next = { ...chosen, [key]: !shown(key) };
    setChosen(next);
    try {
      window.localStorage.setItem(`dudao.columns.${id}`, JSON.stringify(next));
    } catch {
      // the choice then lasts as long as the page
    }
  };
  return { shown, toggle };
}

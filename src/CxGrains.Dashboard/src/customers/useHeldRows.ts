import { useState } from "react";
import type { CustomerRow } from "../api/views";
import { holdOrder } from "./holdOrder";

/** The rows to show: as they come, or in the order they had while held. `key` names the list; another list is never held. */
export function useHeldRows(rows: readonly CustomerRow[], isHeld: boolean, key: string): readonly CustomerRow[] {
  const [held, setHeld] = useState({ rows, isHeld, key, shown: rows });
  if (held.rows === rows && held.isHeld === isHeld && held.key === key) {
    return held.shown;
  }

  const shown = isHeld && held.key === key ? holdOrder(held.shown, rows) : rows;
  setHeld({ rows, isHeld, key, shown });
  return shown;
}

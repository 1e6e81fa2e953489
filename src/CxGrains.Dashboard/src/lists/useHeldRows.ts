import { useState } from "react";
import { holdOrder } from "./holdOrder";
import type { Row } from "./pageStore";

/** The rows to show: as they come, or in the order they had while held. `key` names the list; another list is never held. */
export function useHeldRows<T extends Row>(rows: readonly T[], isHeld: boolean, key: string): readonly T[] {
  const [held, setHeld] = useState({ rows, isHeld, key, shown: rows });
  if (held.rows === rows && held.isHeld === isHeld && held.key === key) {
    return held.shown;
  }

  const shown = isHeld && held.key === key ? holdOrder(held.shown, rows) : rows;
  setHeld({ rows, isHeld, key, shown });
  return shown;
}

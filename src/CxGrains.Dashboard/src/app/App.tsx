import { RouterProvider } from "react-router";
import { SessionGate } from "../session/SessionGate";
import { WallGate } from "../wall/WallGate";
import { wallToken } from "../wall/wallToken";
import { router } from "./router";

/** Read once: a wall link opens its page, whoever was signed in here before. */
const token = wallToken(location);

export function App() {
  return token === undefined ? (
    <SessionGate>
      <RouterProvider router={router} />
    </SessionGate>
  ) : (
    <WallGate token={token} />
  );
}

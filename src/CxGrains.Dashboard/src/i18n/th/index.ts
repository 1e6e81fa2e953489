import type { Catalogue } from "../catalogue";
import * as words from "./words";
import * as shell from "./shell";
import { access } from "./access";
import { accounts } from "./accounts";
import { alerting } from "./alerting";
import { alerts } from "./alerts";
import { connections } from "./connections";
import { customer } from "./customer";
import { customers } from "./customers";
import { deliveries } from "./deliveries";
import { insights } from "./insights";
import { keys } from "./keys";
import { model } from "./model";
import { first, overview } from "./overview";
import { privacy } from "./privacy";
import { reports } from "./reports";
import { segments } from "./segments";
import { settings } from "./settings";
import { surveys } from "./surveys";
import { wall } from "./wall";

/** Every word of the page in Thai. */
export const th: Catalogue = {
  ...words,
  ...shell,
  access,
  accounts,
  alerting,
  alerts,
  connections,
  customer,
  customers,
  deliveries,
  first,
  insights,
  keys,
  model,
  overview,
  privacy,
  reports,
  segments,
  settings,
  surveys,
  wall,
};

import type { Catalogue } from "./i18n/catalogue";

// Set once, before anything that shows words is loaded: main.tsx sees to that, and the tests' own start.

/** Every word of the page, in the reader's language. */
export let texts: Catalogue;
export let alertTexts: Catalogue["alerting"];
export let connectionsTexts: Catalogue["connections"];
export let deliveryTexts: Catalogue["deliveries"];
export let insightsTexts: Catalogue["insights"];
export let modelTexts: Catalogue["model"];
export let privacyTexts: Catalogue["privacy"];
export let reportTexts: Catalogue["reports"];
export let settingsTexts: Catalogue["settings"];

/** Gives the page its words. */
export function speak(catalogue: Catalogue): void {
  texts = catalogue;
  alertTexts = catalogue.alerting;
  connectionsTexts = catalogue.connections;
  deliveryTexts = catalogue.deliveries;
  insightsTexts = catalogue.insights;
  modelTexts = catalogue.model;
  privacyTexts = catalogue.privacy;
  reportTexts = catalogue.reports;
  settingsTexts = catalogue.settings;
}

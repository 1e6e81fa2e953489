import { describe, expect, it } from "vitest";
import { withDigits } from "../../src/i18n/digits";
import { intlTag, readLanguage, readNumerals, regionOf } from "../../src/i18n/language";

describe("the reader's language", () => {
  it("is the one that was chosen", () => {
    expect(readLanguage("th", ["ar-EG", "en-GB"])).toBe("th");
  });

  it("is at a first visit the first that the browser asks for and the page speaks", () => {
    expect(readLanguage(null, ["fr-FR", "ar-EG", "en-GB"])).toBe("ar");
    expect(readLanguage("fr", ["th"])).toBe("th");
    expect(readLanguage(null, ["fr"])).toBe("en");
    expect(readLanguage(null, [])).toBe("en");
  });

  it("keeps the reader's region, but never that of another language", () => {
    expect(regionOf("en", ["th-TH", "en-GB"])).toBe("en-GB");
    expect(regionOf("en", ["th-TH"])).toBe("en");
  });
});

describe("numerals", () => {
  it("are those of the region until they are chosen", () => {
    expect(readNumerals(null, "ar-EG")).toBe("own");
    expect(readNumerals(null, "ar-MA")).toBe("latin");
    expect(readNumerals(null, "th")).toBe("latin");
    expect(readNumerals("latin", "ar-EG")).toBe("latin");
    expect(readNumerals("own", "th")).toBe("own");
  });

  it("are written as chosen", () => {
    const number = (tag: string) => new Intl.NumberFormat(tag).format(1204.5);
    expect(number(intlTag("ar", "ar-EG", "own"))).toBe("١٬٢٠٤٫٥");
    expect(number(intlTag("ar", "ar-EG", "latin"))).toBe("1,204.5");
    expect(number(intlTag("th", "th-TH", "own"))).toBe("๑,๒๐๔.๕");
    expect(number(intlTag("en", "en-GB", "own"))).toBe("1,204.5");
  });

  it("are written so in fixed texts too", () => {
    expect(withDigits("1 – 7, 90", "arab")).toBe("١ – ٧, ٩٠");
    expect(withDigits("1 – 7", "latn")).toBe("1 – 7");
  });

  it("leave Arabic dates in the calendar that figures are counted by", () => {
    const year = (tag: string) => new Intl.DateTimeFormat(tag, { year: "numeric" }).format(new Date("2026-06-01"));
    expect(year(intlTag("ar", "ar-SA", "latin"))).toContain("2026");
  });
});

import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { ModelView } from "../../src/api/modelView";
import { CalibrationPicture } from "../../src/model/CalibrationPicture";
import { calibrationDots } from "../../src/model/calibrationDots";
import { RecordCard } from "../../src/model/RecordCard";
import { SpeaksCard } from "../../src/model/SpeaksCard";

const view: ModelView = {
  source: "model",
  horizonDays: 90,
  leaving: "silence",
  version: 3,
  learnedFrom: 2000,
  outcomes: 2100,
  left: 300,
  needs: { outcomes: 200, ofAKind: 30 },
  record: {
    status: "ok",
    predictions: 2000,
    byOwnModel: 1500,
    of: "model",
    leftShare: 0.2,
    auc: 0.857,
    brier: 0.113,
    calibrationError: 0.021,
    topDecileLift: 4.2,
    calibration: [
      { predicted: 0.05, observed: 0.04, count: 1600 },
      { predicted: 0.95, observed: 0.8, count: 16 },
    ],
  },
};

describe("calibrationDots", () => {
  it("puts each bin at what was said and what came true, with an area that goes with its count", () => {
    const [first, second] = calibrationDots(view.record.calibration);
    expect(first).toMatchObject({ x: 0.05, y: 0.04, size: 1, bar: 1, isFew: false });
    expect(second?.size).toBeCloseTo(0.1);
    expect(second?.isFew).toBe(true);
  });
});

it("tells the picture in words too", () => {
  const html = renderToStaticMarkup(<CalibrationPicture calibration={view.record.calibration} />);
  expect(html).toContain("said 95%, left 80%, 16 predictions");
});

describe("RecordCard", () => {
  it("says each figure in a sentence", () => {
    const html = renderToStaticMarkup(<RecordCard view={view} />);
    expect(html).toContain("in 86 of 100 cases");
    expect(html).toContain("4.2 times as many left");
    expect(html).toContain("would score 0.160");
    expect(html).toContain("2.1 points");
  });

  it("says what is missing before any outcome is known", () => {
    const record = {
      status: "notEnoughData" as const,
      predictions: 0,
      byOwnModel: 0,
      of: "prior" as const,
      calibration: [],
    };
    const html = renderToStaticMarkup(<RecordCard view={{ ...view, record }} />);
    expect(html).toContain("when 90 days have passed");
    expect(html).not.toContain("AUC");
  });

  it("says that first estimates are not the model's, and how many of the model's are judged", () => {
    const html = renderToStaticMarkup(
      <RecordCard view={{ ...view, record: { ...view.record, of: "prior", byOwnModel: 40 } }} />,
    );
    expect(html).toContain("These were first estimates");
    expect(html).toContain("your model has 40 judged so far");
    expect(html).toContain("1,960 predictions judged");
    expect(renderToStaticMarkup(<RecordCard view={view} />)).toContain("1,500 predictions of your own model judged");
    expect(renderToStaticMarkup(<RecordCard view={view} />)).not.toContain("first estimates");
  });

  it("gives no figures where all had the same outcome", () => {
    const html = renderToStaticMarkup(
      <RecordCard view={{ ...view, record: { ...view.record, status: "notEnoughData" } }} />,
    );
    expect(html).toContain("the same outcome");
    expect(html).not.toContain("Brier");
    expect(html).not.toContain("points");
  });
});

it("says how far the prior is from being replaced", () => {
  const html = renderToStaticMarkup(<SpeaksCard view={{ ...view, source: "prior", outcomes: 150, left: 12 }} />);
  expect(html).toContain("A first estimate");
  expect(html).toContain("150 of 200");
  expect(html).toContain("12 of 30");
  expect(html).toContain("138");
});

import type { Catalogue } from "../catalogue";

export const alerts: Catalogue["alerts"] = {
  title: "التنبيهات",
  open: "بانتظار المعالجة",
  resolved: "عولجت",
  closed: "أُغلقت",
  alreadySo: "قائمة من قبل",
  alreadySoHint: "في خطر مرتفع قبل أن يكون ذلك خبرًا، كما في تاريخ مستورد. لم يُنبَّه أحد.",
  allCustomers: "كل العملاء",
  churnHigh: "صار في خطر مرتفع",
  severities: { info: "معلومة", warning: "تحذير", critical: "حرج" },
  noneOpen: "لا تنبيهات مفتوحة.",
  noneSo: "لم يكن شيء قائمًا من قبل.",
  which: "أي التنبيهات",
  total: (shown, total) => `${shown} من ${total}، الأحدث أولًا`,
};

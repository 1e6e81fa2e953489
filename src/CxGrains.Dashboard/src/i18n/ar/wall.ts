import type { Catalogue } from "../catalogue";

/** The words of wall links, and of the page that they open. */
export const wall: Catalogue["wall"] = {
  links: "روابط شاشات العرض",
  make: "إنشاء رابط لشاشة عرض",
  hint: "يعرض الرابط النظرة العامة، بما تذكره من أسماء العملاء، لكل من يفتحه؛ ولا يقود إلى صفحة أخرى ولا يغيّر شيئًا. وإلغاؤه ينهي العرض خلال ثوانٍ.",
  nameHint: "مثل مكان الشاشة.",
  none: "لا توجد روابط لشاشات العرض.",
  once: "انسخه الآن: لا يُعرض إلا هذه المرة. من يفتحه يُسجَّل خروجه في ذلك المتصفح، فافتحه على الشاشة نفسها.",
  endsAfter: "ينتهي بعد",
  endsNever: "لا ينتهي",
  ends: (when) => `ينتهي ${when}`,
  madeBy: (name) => `أنشأه ${name}`,
  revoke: "إلغاء الرابط",
  revokeAsk: (name) => `هل تريد إلغاء الرابط «${name}»؟ ستتوقف شاشته.`,
  closed: "أُلغي هذا الرابط أو انتهى.",
  leave: "تسجيل الدخول",
};

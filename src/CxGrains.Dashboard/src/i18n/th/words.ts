import type { Catalogue } from "../catalogue";
import { wordFor } from "../wordFor";

export const bands: Catalogue["bands"] = { high: "สูง", medium: "ปานกลาง", low: "ต่ำ", notEnoughData: "ข้อมูลไม่พอ" };

export const riskOf: Catalogue["riskOf"] = {
  high: "ความเสี่ยงสูง",
  medium: "ความเสี่ยงปานกลาง",
  low: "ความเสี่ยงต่ำ",
  notEnoughData: "ข้อมูลไม่พอ",
};

export const metrics: Catalogue["metrics"] = { nps: "NPS", csat: "CSAT", ces: "CES", rating: "คะแนนรีวิว" };

export const metricNames: Catalogue["metricNames"] = {
  nps: "คะแนนผู้สนับสนุนสุทธิ",
  csat: "ความพึงพอใจของลูกค้า",
  ces: "ความพยายามของลูกค้า",
  rating: "คะแนนรีวิว",
};

export const metricHints: Catalogue["metricHints"] = {
  nps: "คะแนนผู้สนับสนุนสุทธิ: ร้อยละของผู้สนับสนุน (9 – 10) ลบร้อยละของผู้ไม่พอใจ (0 – 6) ตั้งแต่ −100 ถึง 100",
  csat: "ความพึงพอใจของลูกค้า: ร้อยละของคำตอบในสองระดับสูงสุด",
  ces: "คะแนนความพยายามของลูกค้า: ง่ายเพียงใด 1 ถึง 7 ยิ่งมากยิ่งง่าย",
  rating: "ค่าเฉลี่ยของทุกคำตอบ",
};

export const span: Catalogue["span"] = (low, high) => `${low} – ${high}`;

export const categories: Catalogue["categories"] = {
  promoter: "ผู้สนับสนุน",
  passive: "ผู้วางเฉย",
  detractor: "ผู้ไม่พอใจ",
  satisfied: "พอใจ",
  unsatisfied: "ไม่พอใจ",
  easy: "ง่าย",
  neutral: "กลาง ๆ",
  hard: "ยาก",
  high: "สูง",
  medium: "ปานกลาง",
  low: "ต่ำ",
};

export const categoriesPlural: Catalogue["categoriesPlural"] = {
  promoters: "ผู้สนับสนุน",
  passives: "ผู้วางเฉย",
  detractors: "ผู้ไม่พอใจ",
};

export const deeds: Catalogue["deeds"] = {
  visit: "เข้าชม",
  page: "เปิดดู",
  search: "ค้นหา",
  feature_used: "ใช้",
  login: "เข้าสู่ระบบ",
  message: "ส่งข้อความ",
  call: "โทรหา",
  email_sent: "ได้รับอีเมล",
  email_opened: "เปิดอีเมล",
  email_clicked: "คลิกในอีเมล",
  purchase: "ซื้อ",
  refund: "ได้รับเงินคืน",
  renewed: "ต่ออายุ",
  cancel_requested: "ขอยกเลิก",
  cancelled: "ยกเลิก",
  complaint: "ร้องเรียน",
  ticket_opened: "เปิดทิกเก็ต",
  ticket_replied: "ได้รับคำตอบในทิกเก็ต",
  ticket_resolved: "ทิกเก็ตได้รับการแก้ไข",
  referral: "แนะนำผู้อื่น",
  review: "เขียนรีวิว",
  goal_started: "เริ่ม",
  goal_completed: "ทำสำเร็จ",
  survey_sent: "ได้รับแบบสำรวจ",
  survey_response: "ตอบ",
  identify: "ยืนยันตัวตน",
  group: "เข้าร่วมบัญชี",
  alias: "ได้รหัสอื่น",
  consent: "ให้ความยินยอม",
};

export const otherDeed: Catalogue["otherDeed"] = (type) => `ทำ “${type}”`;

export const kinds: Catalogue["kinds"] = {
  visit: "เข้าชม",
  page: "หน้า",
  search: "ค้นหา",
  feature_used: "ฟีเจอร์",
  login: "เข้าระบบ",
  message: "ข้อความ",
  call: "โทร",
  email_sent: "อีเมล",
  email_opened: "อีเมล",
  email_clicked: "อีเมล",
  purchase: "ซื้อ",
  refund: "คืนเงิน",
  renewed: "ต่ออายุ",
  cancel_requested: "ขอยกเลิก",
  cancelled: "ยกเลิก",
  complaint: "ร้องเรียน",
  ticket_opened: "ทิกเก็ต",
  ticket_replied: "ทิกเก็ต",
  ticket_resolved: "ทิกเก็ต",
  referral: "แนะนำ",
  review: "รีวิว",
  goal_started: "เป้าหมาย",
  goal_completed: "เป้าหมาย",
  survey_sent: "แบบสำรวจ",
  survey_response: "คำตอบ",
  identify: "ตัวตน",
  group: "บัญชี",
  alias: "รหัส",
  consent: "ยินยอม",
};

export const activities: Catalogue["activities"] = {
  visit: "การเข้าชม",
  usage: "การใช้ฟีเจอร์",
  purchase: "การซื้อ",
  conversation: "ข้อความและการโทร",
  support: "ข้อร้องเรียนและทิกเก็ต",
  email: "อีเมลที่อ่าน",
  feedback: "คำตอบและรีวิว",
  other: "กิจกรรมอื่น",
};

const factors: Readonly<Record<string, string>> = {
  silence: "เวลาที่เงียบหายไป",
  history: "จำนวนวันที่เคยมีกิจกรรม",
  trend: "แนวโน้มของกิจกรรม",
  nps: "คำตอบ NPS",
  csat: "คำตอบ CSAT",
  ces: "คำตอบ CES",
  tickets: "ทิกเก็ตที่เปิดอยู่",
  cancelRequest: "คำขอยกเลิก",
  value: "การซื้อ",
  other: "อื่น ๆ ทั้งหมด",
};

export const driver: Catalogue["driver"] = (factor) => {
  const [area, name] = factor.split(/\.(.*)/s);
  return name === undefined
    ? wordFor(factors, factor)
    : area === "activity"
      ? wordFor(activities, name)
      : `คุณลักษณะ ${name}`;
};

export const score: Catalogue["score"] = {
  status: { ok: "", notEnoughData: "ข้อมูลยังไม่พอ" },
  answers: (_, shown) => `${shown} คำตอบ`,
  latest: "คำตอบล่าสุด 90 วัน",
  marginUnknown: "ยังไม่มีค่าคลาดเคลื่อน",
  change: (amount) => `${amount} ในสามสิบวัน`,
  real: "ใน 30 วัน เปลี่ยนจริง",
  noise: "ใน 30 วัน อยู่ในความผันผวน",
  noChange: "ไม่มี 30 วันก่อนหน้า",
  topTwo: "สองระดับสูงสุด",
  meanOf: (scale) => `ค่าเฉลี่ย ${scale}`,
  cesMethod: { mean: "ค่าเฉลี่ย 1 – 7", agree: "เห็นด้วย 5 – 7" },
};

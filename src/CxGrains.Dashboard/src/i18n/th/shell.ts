import type { Catalogue } from "../catalogue";

export const page: Catalogue["page"] = {
  product: "CxGrains",
  skip: "ข้ามไปยังเนื้อหา",
  loading: "กำลังโหลด…",
  languagePick: "ภาษาและตัวเลข",
};

export const nav: Catalogue["nav"] = {
  label: "เมนูหลัก",
  overview: "ภาพรวม",
  customers: "ลูกค้า",
  accounts: "บริษัท",
  surveys: "แบบสำรวจ",
  segments: "กลุ่มลูกค้า",
  alerts: "การแจ้งเตือน",
  insights: "ข้อมูลเชิงลึก",
  model: "แบบจำลอง",
  connections: "การเชื่อมต่อ",
  settings: "การตั้งค่า",
  audit: "บันทึกการตรวจสอบ",
  destinations: "ปลายทาง",
  reports: "รายงาน",
  openAlerts: (_, shown) => `การแจ้งเตือนที่เปิดอยู่ ${shown} รายการ`,
  signOut: "ออกจากระบบ",
  signInAsOther: "เข้าสู่ระบบเป็นผู้อื่น",
  workspace: "พื้นที่ทำงาน",
};

export const theme: Catalogue["theme"] = { system: "สี: ตามระบบ", light: "สี: สว่าง", dark: "สี: มืด" };

export const live: Catalogue["live"] = {
  connecting: "กำลังเชื่อมต่อ…",
  live: "สด",
  rate: (perSecond) => `${perSecond} ปฏิสัมพันธ์/วินาที`,
  stale: "ไม่เป็นปัจจุบัน",
  lost: "ไม่สด · กำลังเชื่อมต่อใหม่…",
  last: (time) => `อัปเดตล่าสุด ${time}`,
  never: "ยังไม่มีการอัปเดต",
};

export const session: Catalogue["session"] = {
  title: "เข้าสู่ระบบ",
  way: "วิธีเข้าสู่ระบบ",
  byName: "ชื่อและรหัสผ่าน",
  byKey: "คีย์",
  nameText: "ผู้ดูแลระบบเป็นผู้เพิ่มผู้ใช้ ครั้งแรกให้เข้าด้วยคีย์ที่เซิร์ฟเวอร์พิมพ์ไว้เมื่อเริ่มทำงานครั้งแรก",
  name: "ชื่อ",
  password: "รหัสผ่าน",
  nameMissing: "ต้องใส่ชื่อและรหัสผ่าน",
  nameWrong: "ชื่อกับรหัสผ่านไม่ตรงกัน หรือผู้ใช้ถูกปิดใช้งาน",
  otherWorkspace: "พื้นที่ทำงานอื่น",
  workspace: "รหัสพื้นที่ทำงาน",
  text: "คีย์พิมพ์ไว้ครั้งเดียวเมื่อเซิร์ฟเวอร์เริ่มทำงานครั้งแรก ผู้ดูแลระบบสร้างเพิ่มได้",
  key: "คีย์",
  show: "แสดง",
  hide: "ซ่อน",
  submit: "เข้าสู่ระบบ",
  working: "กำลังเข้าสู่ระบบ…",
  wrong: "เซิร์ฟเวอร์ไม่รู้จักคีย์นี้ หรือคีย์นี้ไม่มีสิทธิ์อ่าน",
  missing: "ต้องใส่คีย์",
};

export const form: Catalogue["form"] = {
  id: "รหัส",
  name: "ชื่อ",
  idMissing: "ต้องใส่รหัส",
  idTaken: "มีรหัสนี้อยู่แล้ว",
  save: "บันทึก",
  saving: "กำลังบันทึก…",
  cancel: "ยกเลิก",
};

export const problems: Catalogue["problems"] = {
  unreachable: "ติดต่อเซิร์ฟเวอร์ไม่ได้",
  status: (status) => `เซิร์ฟเวอร์ตอบด้วยสถานะ ${status}`,
  title: "ทำไม่สำเร็จ",
  retry: "ลองอีกครั้ง",
  stale: "แสดงตามเดิม ดึงตัวเลขที่ใหม่กว่าไม่ได้",
  notFound: "ไม่มีหน้านี้",
  toOverview: "ไปที่ภาพรวม",
  crashed: "แสดงหน้านี้ไม่สำเร็จ",
};

export const removals: Catalogue["removals"] = {
  rule: (name) => `กฎการแจ้งเตือน “${name}”`,
  destination: (name) => `ปลายทาง “${name}”`,
  payload: (source) => `ข้อมูลจาก ${source}`,
  payloads: "ทุกอย่างในที่กัก",
  removed: (what) => `ลบแล้ว: ${what}`,
  within: (seconds) => `เลิกทำได้ภายใน ${seconds} วินาที`,
  left: (seconds) => `${seconds} วิ`,
  undo: "เลิกทำ",
  refused: (what) => `ลบไม่ได้: ${what}`,
  dismiss: "ปิด",
};

import { describe, expect, test } from "vitest";
import { readable } from "../src/parse/encoding.ts";
import { planOf } from "./command-plans.ts";

/** What the WHATWG's windows-1252 makes of the bytes 80 to 9F: five of them stay control characters. */
const HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/** The text as UTF-8, read as windows-1252. */
function damaged(text: string): string {
  return [...new TextEncoder().encode(text)]
    .map((byte) => (byte >= 0x80 && byte < 0xa0 ? HIGH[byte - 0x80] : String.fromCharCode(byte)))
    .join("");
}

const RIGHT: readonly (readonly [language: string, text: string])[] = [
  ["English", "The café’s “menu” — naïve, but good … 4½ stars ✅ → 20 €"],
  ["English", "Deploy 🚀 the façade; cost ≤ 5 ± 1 ← not →"],
  ["French", "Voilà : déjà prêt, où ça ? « Ça ira », dit-il à l’aïeul."],
  ["French", "L’œuvre de sœur Zoé coûte 3 € à l’été, naïveté ambiguë."],
  ["French", "voilà\u00A0» et «\u00A0là\u00A0»"],
  ["French", "ÉTÉ À LA MER : ÇA VA ÊTRE BÊTE…"],
  ["Portuguese", "“NÃO” disse João: ação, coração, informações às três."],
  ["Portuguese", "NÃO… SÃO — ÓRGÃO’ ÀS “MÃOS”"],
  ["Portuguese", "Configuração do órgão público: até amanhã à noite"],
  ["Spanish", "¿Cuándo? ¡Mañana! El niño comió piñón, según él."],
  ["Spanish", "MAÑANA: ¿QUÉ? ¡SÍ! 3ª edición, 2º año"],
  ["German", "Größe, Übermaß, Äpfel, öde, »süß« und „Straße“"],
  ["German", "ÄÖÜ äöü ß – Maß: 5 µm ± 2 %, § 7, 20 °C"],
  ["Italian", "Perché è così? Già, più città: “è là”…"],
  ["Dutch", "Één coöperatie, geërfd café, ’s morgens €"],
  ["Swedish", "Åäö: Räksmörgås på ön, Ångström"],
  ["Danish", "Rødgrød med fløde på åen – Ærø"],
  ["Polish", "Zażółć gęślą jaźń – „cudzysłów”"],
  ["Czech", "Příliš žluťoučký kůň úpěl ďábelské ódy"],
  ["Hungarian", "Árvíztűrő tükörfúrógép"],
  ["Romanian", "Știință și învățătură, „ghilimele”"],
  ["Turkish", "Şişli’de ığdır, İstanbul’da çay – ĞÜŞİÖÇ ğüşıöç"],
  ["Turkish", "Işık hızı: ölçüm “doğru” mu?"],
  ["Vietnamese", "Tiếng Việt: nhiệm vụ, phụ thuộc, ước lượng, đã xong"],
  ["Vietnamese", "ĐÃ HOÀN THÀNH – “RỦI RO” CAO, à ơi… Â “Ê”"],
  ["Vietnamese", "Cà phê sữa đá, bánh mì, phở – 3 giờ"],
  ["Greek", "Ελληνικά: εργασία, εξάρτηση, ώρες, «τέλος» – έτοιμο"],
  ["Russian", "Задача зависит от — «готово», № 5, ёлка"],
  ["Ukrainian", "Завдання: їжак, ґанок, єдність"],
  ["Chinese", "任务依赖：第三周完成，共４０小时。"],
  ["Japanese", "作業の依存関係「完了」・カタカナ〜です。"],
  ["Korean", "작업 의존성: 완료, 진행 중 – 3주차"],
  ["Arabic", "المهمة تعتمد على المرحلة، ٣ ساعات"],
  ["Hebrew", "משימה תלויה בשלב – שלוש שעות"],
  ["diagrams", "┌──┐ │ ▼ ├── └── ↓ ⇒ █ ░ ✔ ✗ ★ ①"],
  ["emoji", "🔴 🟡 🟢 ✅ ❌ 🚧 ⏳ ⚠️ 👩‍💻 🎯"],
  ["Icelandic", "Það er ævintýri á Íslandi, þökk sé öllum"],
  ["Welsh", "Tŷ bach twt, ŵyn a sêr â chân"],
  ["Catalan", "L’àvia va col·laborar: «això és així»"],
  ["French", "Prix\u00A0: 5\u00A0000\u00A0€ – à\u00A0» côté «\u00A0Ã\u00A0»"],
];

test.each(RIGHT)("right text stays: %s %s", (_language, text) => expect(readable(text)).toMatchObject({ text, damage: [] }));

describe("damaged text is read as what it was", () => {
  test.each(RIGHT)("%s %s", (_language, text) => expect(readable(`${damaged("✅ →")} ${damaged(text)}`).text).toBe(`✅ → ${text}`));

  test("right text between damaged places stays", () => {
    const { text, damage } = readable(`Größe ${damaged("✅")} voilà\u00A0» ${damaged("→")} “NÃO”`);
    expect([text, damage.map(({ repaired, certain }) => [repaired, certain])]).toEqual([
      "Größe ✅ voilà\u00A0» → “NÃO”",
      [
        ["✅", true],
        ["→", true],
      ],
    ]);
  });

  test("a lost byte is supplied, but not certain", () => {
    expect(readable("Sprint 2 â† Must wait").damage).toMatchObject([{ text: "â†", repaired: "←", certain: false }]);
    expect(readable("Sprint 2 â† Must wait").text).toBe("Sprint 2 ← Must wait");
  });

  test("through the Turkish code page", () => expect(readable("ğŸ“Š Rapor").text).toBe("📊 Rapor"));

  test("in tables the fields show the file's own text", () => {
    const text = `| ID | Title | Hours | Status |\n|---|---|---|---|\n| A-1 | ${damaged("Größe → Maß")} | 4 | ${damaged("✅")} |\n`;
    const { tasks, damage } = planOf(text);
    const [{ title, estimate, status }] = tasks;
    expect([title.value, estimate.text, status.value, damage.length]).toEqual(["Größe → Maß", "4", "done", 5]);
    expect(text.slice(title.span.start, title.span.end)).toBe(damaged("Größe → Maß"));
    expect(text.slice(estimate.span.start, estimate.span.end)).toBe("4");
  });
});

test("a word in quotes that ends in a letter with a circumflex is right text", () => {
  expect(readable("“mecrâ” ğ").damage).toEqual([]);
});

/** Two signs that right text may hold side by side, and that may as well be one damaged letter. */
describe("what may be right is repaired", () => {
  test.each([
    ["nowhere by itself", "Å“", "Å“"],
    ["nowhere beside right letters", "É Å“ É", "É Å“ É"],
    ["nowhere, however often, with something between", "Å“ Å“ Å“ É", "Å“ Å“ Å“ É"],
    ["in a row", "É Å“Å“ É", "É œœ É"],
    ["in a row of three", "É Å“Å“Å“ É", "É œœœ É"],
    ["behind and in front of what is damaged for certain", "É Å“Ã¨Å“ É", "É œèœ É"],
    ["where nothing else is right, and something is damaged for certain", "Å“ Ã¨", "œ è"],
    ["not where one letter is right", "Å“ Ã¨ É", "Å“ è É"],
  ])("%s", (_where, text, repaired) => {
    expect(readable(text).text).toBe(repaired);
  });
});

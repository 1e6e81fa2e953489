using Microsoft.Playwright;

namespace CxGrains.Host.Tests.Browser;

/// <summary>
/// Whether a page is drawn without collisions, told by the boxes of its texts and controls. Boxes rather than stored pictures: a picture differs with
/// each font, machine and intended change, and says only that something differs; boxes say what collides with what, in every language, and
/// nobody has to look through new pictures after each change.
/// </summary>
internal static class Layout
{
    // A text's box is higher than its letters: only its middle counts. What scrolls inside the page is cut off where its window
    // ends, and what floats over the page (the navigation of a phone, the bar that saves) covers only what scrolls under it.
    private const string Collisions = """
        () => {
          scrollTo(0, 0);
          const found = [];
          const width = document.documentElement.clientWidth;
          const name = (element) => `<${element.localName}> “${(element.textContent.trim() || element.getAttribute("aria-label") || element.className).slice(0, 40)}”`;
          const floorOf = (element) => element.closest(".nav, .settings-save");
          const isShown = (element) =>
            element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.closest(".sr-only, .skip") === null;
          const meet = (a, b, by) =>
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > by && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > by;

          // What of a box is to be seen; undefined where nothing is. Says what cuts it off without a sign of it.
          const seen = (element, box) => {
            let { left, right, top, bottom } = box;
            for (let around = element; around !== null && around !== document.body; around = around.parentElement) {
              const style = getComputedStyle(around);
              if (style.display === "inline" || (style.overflowX === "visible" && style.overflowY === "visible")) {
                continue;
              }
              const frame = around.getBoundingClientRect();
              const isWide = left < frame.left - 1 || right > frame.right + 1;
              const isHigh = top < frame.top - 1 || bottom > frame.bottom + 1;
              const scrolls = (overflow) => overflow === "auto" || overflow === "scroll";
              if ((isWide && !scrolls(style.overflowX) && style.textOverflow !== "ellipsis" && style.webkitLineClamp === "none") ||
                  (isHigh && !scrolls(style.overflowY) && style.webkitLineClamp === "none")) {
                found.push(`${name(element)} is cut off by <${around.localName} class="${around.className}">`);
                return undefined;
              }
              [left, right, top, bottom] = [Math.max(left, frame.left), Math.min(right, frame.right), Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
              if (right <= left || bottom <= top) {
                return undefined;
              }
            }
            return { left, right, top, bottom };
          };

          const texts = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
            const element = node.parentElement;
            if (node.data.trim() === "" || !isShown(element)) {
              continue;
            }
            const range = document.createRange();
            range.selectNodeContents(node);
            const frame = element.closest("button, .button, .chip, .badge");
            for (const { left, right, top, bottom, height } of range.getClientRects()) {
              if (right - left < 2 || height < 2) {
                continue;
              }
              const box = seen(element, { left, right, top: top + height / 5, bottom: bottom - height / 5 });
              if (box === undefined) {
                continue;
              }
              texts.push({ node, element, box, floor: floorOf(element) });
              const around = frame?.getBoundingClientRect();
              if (around !== undefined && (box.left < around.left - 1 || box.right > around.right + 1)) {
                found.push(`“${node.data.trim().slice(0, 40)}” sticks out of its <${frame.localName} class="${frame.className}">`);
              }
            }
          }
          for (const [index, one] of texts.entries()) {
            for (const other of texts.slice(index + 1)) {
              if (one.node !== other.node && one.floor === other.floor && meet(one.box, other.box, 1)) {
                found.push(`the texts ${name(one.element)} and ${name(other.element)} overlap`);
              }
            }
          }

          const controls = [];
          for (const element of document.querySelectorAll("a[href], button, input, select, textarea, summary, [role=switch]")) {
            if (!isShown(element)) {
              continue;
            }
            const boxes = getComputedStyle(element).display === "inline" ? [...element.getClientRects()] : [element.getBoundingClientRect()];
            for (const whole of boxes) {
              const box = seen(element.parentElement, whole);
              if (box === undefined) {
                continue;
              }
              if (box.left < -1 || box.right > width + 1 || box.top + scrollY < -1) {
                found.push(`${name(element)} lies outside the window`);
              }
              controls.push({ element, box, floor: floorOf(element) });
            }
          }
          for (const [index, one] of controls.entries()) {
            const isApart = (element) => !one.element.contains(element) && !element.contains(one.element);
            for (const other of controls.slice(index + 1)) {
              if (isApart(other.element) && one.floor === other.floor && meet(one.box, other.box, 2)) {
                found.push(`${name(one.element)} and ${name(other.element)} lie over one another`);
              }
            }
            for (const text of texts) {
              if (isApart(text.element) && one.floor === text.floor && meet(one.box, text.box, 2)) {
                found.push(`${name(one.element)} lies over the text ${name(text.element)}`);
              }
            }
          }
          return [...new Set(found)].slice(0, 5);
        }
        """;

    // What a mistake in a number looks like.
    private const string NoNumbers = @"() => [...new Set(document.querySelector('main').innerText.match(/\b(NaN|undefined|Infinity)\b|\[object/g) ?? [])]";

    /// <summary>Texts and controls that collide, are cut off, or lie where nobody gets to, with the page scrolled to its top.</summary>
    public static Task<string[]> CollisionsAsync(this IPage page) => page.EvaluateAsync<string[]>(Collisions);

    /// <summary>What stands in the page's text where a number or a word should.</summary>
    public static Task<string[]> NoNumbersAsync(this IPage page) => page.EvaluateAsync<string[]>(NoNumbers);
}

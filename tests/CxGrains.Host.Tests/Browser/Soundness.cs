using Microsoft.Playwright;

namespace CxGrains.Host.Tests.Browser;

/// <summary>What must hold of a page as it is drawn, whatever its language, colours and width.</summary>
internal static class Soundness
{
    // What lies in a part that clips or scrolls is cut off there and covers nothing.
    private const string Overflow = """
        () => {
          const found = [];
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth > width) {
            found.push(`the page is ${document.documentElement.scrollWidth} wide in a window of ${width}`);
          }
          const clips = (element) => getComputedStyle(element).overflowX !== "visible";
          for (const card of document.querySelectorAll(".card")) {
            const box = card.getBoundingClientRect();
            for (const element of card.querySelectorAll("*")) {
              const part = element.getBoundingClientRect();
              const isInside = part.left >= box.left - 1 && part.right <= box.right + 1;
              if (part.width === 0 || part.height === 0 || isInside || element.closest(".sr-only") !== null) {
                continue;
              }
              let around = element.parentElement;
              while (around !== card && !clips(around)) {
                around = around.parentElement;
              }
              if (around === card && !clips(card)) {
                found.push(`<${element.localName}> “${element.textContent.trim().slice(0, 40)}” sticks out of its card`);
              }
            }
          }
          return found.slice(0, 5);
        }
        """;

    private const string RunAxe = """
        async rules => {
          const { violations } = await axe.run(document, { resultTypes: ["violations"], ...(rules.length > 0 && { runOnly: rules }) });
          return violations
            .filter(({ impact }) => impact === "serious" || impact === "critical")
            .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" | ")}`);
        }
        """;

    // The build of the dashboard, which every test of it needs, has installed it.
    private static readonly Lazy<string> Axe = new(() => DashboardFiles.Read("node_modules/axe-core/axe.min.js"));

    /// <summary>What is wider than the window, or sticks out of its card.</summary>
    public static Task<string[]> OverflowsAsync(this IPage page) => page.EvaluateAsync<string[]>(Overflow);

    /// <summary>Faults of accessibility that axe holds to be serious or critical.</summary>
    /// <param name="page">The page.</param>
    /// <param name="rules">Axe's rules to look at alone; none for all.</param>
    public static async Task<string[]> AxeFaultsAsync(this IPage page, params string[] rules)
    {
        if (!await page.EvaluateAsync<bool>("typeof axe === 'object'"))
        {
            await page.EvaluateAsync(Axe.Value);
        }

        return await page.EvaluateAsync<string[]>(RunAxe, rules);
    }
}

/** The page's colours for a canvas: resolved by the browser, as `light-dark()` has no value of its own. */
export function chartColors(host: HTMLElement): (token: string) => string {
  return (token) => {
    const probe = document.createElement("span");
    probe.style.color = `var(--${token})`;
    host.append(probe);
    const color = getComputedStyle(probe).color;
    probe.remove();
    return color;
  };
}

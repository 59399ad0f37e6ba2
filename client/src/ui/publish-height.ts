/**
 * A ref callback that keeps an element's height in a CSS variable of the root, so that what floats above it knows where
 * to stop, at any text size. Gone when the element is.
 */
export function publishHeight(variable: '--tab-bar' | '--bottom-bar') {
  return (element: HTMLElement | null): (() => void) => {
    const root = document.documentElement.style;
    if (element === null) return () => undefined;
    const observer = new ResizeObserver(() => root.setProperty(variable, `${element.offsetHeight}px`));
    observer.observe(element);
    return () => {
      observer.disconnect();
      root.removeProperty(variable);
    };
  };
}

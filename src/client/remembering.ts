/** The browser's storage, which may be closed or hold something else: nothing is remembered then. */

export function recall(key: string): Record<string, string> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof value === 'object' && value !== null ? { ...(value as Record<string, string>) } : {};
  } catch {
    return {};
  }
}

export function remember(key: string, value: Readonly<Record<string, string>>): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Not remembered; what was chosen holds for this page.
  }
}

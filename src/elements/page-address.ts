/** Whether a story's address is the address of this page, by its own word (canonical link) or by the browser's. */
export function isThisPage(url: string | undefined): boolean {
  if (!url) return false;
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  const here = pageKey(url);
  return here === pageKey(location.href) || (canonical !== undefined && here === pageKey(canonical));
}

/** An address without what does not tell pages apart: fragment, scheme, trailing slash, campaign parameters. */
export function pageKey(address: string): string {
  try {
    const url = new URL(address);
    for (const name of [...url.searchParams.keys()])
      if (name.startsWith('utm_')) url.searchParams.delete(name);
    return `${url.host}${url.pathname.replace(/\/$/, '')}?${url.searchParams}`;
  } catch {
    return address;
  }
}

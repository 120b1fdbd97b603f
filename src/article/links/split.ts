/** A link taken apart, before its keys mean anything. */

export interface SplitLink {
  /** File name without folder and ending: "index" for "", "./" and "a/index.html". */
  readonly page: string;
  readonly query: URLSearchParams;
  /** Without the #. */
  readonly fragment: string;
}

/** Takes whole addresses, relative ones, and a bare query with or without "?". Never throws. */
export function splitLink(link: string): SplitLink {
  const text = link.trim();
  const hash = text.indexOf('#');
  const body = hash < 0 ? text : text.slice(0, hash);
  const mark = body.indexOf('?');
  const bare = mark < 0 && body.includes('=');
  const path = bare ? '' : mark < 0 ? body : body.slice(0, mark);
  const query = bare ? body : mark < 0 ? '' : body.slice(mark + 1);
  return {
    page: pageName(path),
    query: new URLSearchParams(query), // leaves malformed % sequences as they are
    fragment: hash < 0 ? '' : decodeFragment(text.slice(hash + 1)),
  };
}

function pageName(path: string): string {
  const withoutHost = path.replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*/i, '');
  const file = withoutHost.slice(withoutHost.lastIndexOf('/') + 1);
  return file.replace(/\.html$/, '') || 'index';
}

/** As well-formed text: a half of a surrogate pair could not be written back. */
function decodeFragment(text: string): string {
  const wellFormed = text.replace(/\p{Surrogate}/gu, '\uFFFD');
  try {
    return decodeURIComponent(wellFormed);
  } catch {
    return wellFormed;
  }
}

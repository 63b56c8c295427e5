/** The names by which texts cite works. A page has a work at `#ref-KEY`, and so have JATS, TEI and books. */

/** Whether a key has the form of the edition, `familyYEARx`. */
export const isOwnKey = (key: string): boolean => /^[a-z]+(?:1[3-9]|20)\d\d[a-z]*$/.test(key);

/**
 * Whether a key can be that of a work at all. Authors who state their works have keys of their own, `Wood2011-kn`, which stay: what
 * names things in XML (Namespaces in XML, NCName), in addresses and in TeX. `ref-fn1` names a note in JATS.
 */
export const isKey = (key: string): boolean =>
  /^[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?$/.test(key) && !/^fn\d/.test(key);

// Written by `cargo xtask generate` from src/error.rs: do not edit.

/** Why something could not be read or set. */
export type ErrorKind =
  /** No response came. */
  | 'unreachable'
  /** The address has no public article, category or page. */
  | 'not-found'
  /** The site may have a page at the address, and tadwina has none. */
  | 'not-here'
  /** The site keeps its API to itself. */
  | 'forbidden'
  /** A firewall or the hosting responded in the site's place. */
  | 'blocked'
  /** The site cannot respond now. */
  | 'server'
  /** The site refused the request. */
  | 'refused'
  /** The response is not JSON: mostly a wrong API address. */
  | 'not-json'
  /** The response is JSON of another shape. */
  | 'shape'
  /** An attribute or option has a wrong value. */
  | 'setting';

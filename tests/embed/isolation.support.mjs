// What the tests of isolation share.

/** The first few styles that differ. */
export const differences = (before, after) => {
  const known = new Set(before);
  return [
    ...after.filter((each) => !known.has(each)),
    ...(before.length === after.length ? [] : [`${before.length} styles became ${after.length}`]),
  ].slice(0, 12);
};

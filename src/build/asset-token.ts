/** Stands before the address of an asset in built pages until {@link ./pages.ts} knows how deep the page lies. */
export const assetToken = 'https://asset.estenad.invalid';

/** What the browser remembers of a reader's choices, and how it is applied before a page is first painted. */

/** The key of the display settings in the browser's storage: an object of `theme`, `size`, `width`, `align`, `keys`. */
export const settingsKey = 'estenad-display';

/** The key of the places where texts were left: an object of addresses and numbers of paragraphs. */
export const placesKey = 'estenad-places';

/** The key of the reference that was last chosen: an object of `cited`, which of a panel, and `style`. */
export const citingKey = 'estenad-citing';

/**
 * The one inline script of the pages. It runs in the head, so that a page is painted once, as the reader wants it; it also
 * says that scripts run, for what stands in the page but needs one, and that a page is opened from a folder. It is the same in every page: its hash can stand in a
 * policy. Storage may be closed (private windows, folders in some browsers); the page then is as designed.
 */
export const earlyScript = `{const d=document.documentElement.dataset;d.script="";if(location.protocol==="file:")d.folder="";try{const s=JSON.parse(localStorage.getItem("${settingsKey}")||"{}");for(const k of["theme","size","width","align","keys"])if(s[k])d[k]=s[k]}catch{}}`;

/** What a style says in its language. */
export interface Words {
  readonly id: string;
  readonly locale: 'fa-IR' | 'ar';
  /** What it says in its own words in the place of those of its locale. */
  readonly terms?: { readonly noDate: string; readonly others: string; readonly and: string };
  /** How the last of several authors is joined to the others: attributes of `name`. */
  readonly last: string;
  readonly comma: string;
  readonly semicolon: string;
  readonly open: string;
  readonly close: string;
  readonly in: string;
  readonly edition: string;
  readonly version: string;
  readonly chapter: string;
  readonly volume: string;
  readonly number: string;
  readonly pages: string;
  readonly translator: string;
  readonly editor: string;
  readonly compiler: string;
  readonly director: string;
  readonly interviewer: string;
}

/** What Persian references say in every style of ours. */
export const persianSaid = {
  locale: 'fa-IR',
  comma: '، ',
  semicolon: '؛ ',
  open: '«',
  close: '»',
  in: 'در: ',
  version: 'نسخۀ ',
  chapter: 'فصل ',
  volume: 'دورۀ ',
  number: 'شمارۀ ',
  translator: 'ترجمۀ ',
  editor: 'به کوشش ',
  compiler: 'گردآوری ',
  director: 'کارگردان: ',
  interviewer: 'مصاحبه‌کننده: ',
} as const satisfies Partial<Words>;

/** A set of characters that grows by whole texts, in time that hardly counts. */
export class Characters {
  private readonly basic = new Uint8Array(0x10000);
  private readonly beyond = new Set<string>();

  add(text: string): void {
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      if (unit < 0xd800 || unit > 0xdfff) this.basic[unit] = 1;
      else if (unit < 0xdc00) this.beyond.add(text.slice(index, index + 2));
    }
  }

  /** The characters, sorted; controls are none. */
  toString(): string {
    const basic: string[] = [];
    this.basic.forEach((has, unit) => {
      if (has === 1 && unit >= 0x20 && unit !== 0x7f) basic.push(String.fromCharCode(unit));
    });
    return [...basic, ...[...this.beyond].sort()].join('');
  }
}

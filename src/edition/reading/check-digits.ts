/** Whether the check digits of identifiers hold, by the rule of each register. */

/** ISO/IEC 7064 MOD 11-2, as ISNI (ISO 27729) and ORCID use it: https://support.orcid.org, "Structure of the ORCID Identifier". */
export function isniHolds(identifier: string): boolean {
  const digits = identifier.replaceAll('-', '');
  let total = 0;
  for (const digit of digits.slice(0, -1)) total = (total + Number(digit)) * 2;
  const result = (12 - (total % 11)) % 11;
  return digits.at(-1) === (result === 10 ? 'X' : String(result));
}

/** The digits of Crockford's base 32: letters without i, l, o and u. */
const base32 = '0123456789abcdefghjkmnpqrstvwxyz';

/** The form of a ROR: a zero, six characters, two check digits. */
export const rorForm = new RegExp(`^0[${base32}]{6}\\d{2}$`);

/** ISO/IEC 7064 MOD 97-10 over the number that the first seven characters write in base 32: https://ror.readme.io/docs/identifier. */
export function rorHolds(ror: string): boolean {
  const number = [...ror.slice(0, 7)].reduce((sum, character) => sum * 32 + base32.indexOf(character), 0);
  return (number * 100 + Number(ror.slice(7))) % 97 === 1;
}

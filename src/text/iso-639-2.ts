/** The codes of languages in ISO 639-2/B, which MARC (its Code List for Languages) and MODS have. */
import { baseOf } from './languages.ts';

/** By the two letters of ISO 639-1; where 639-2 has two codes, the bibliographic one. */
const table =
  'aa aar ab abk ae ave af afr ak aka am amh an arg ar ara as asm av ava ay aym az aze ba bak be bel bg bul bi bis bm bam bn ben bo tib ' +
  'br bre bs bos ca cat ce che ch cha co cos cr cre cs cze cu chu cv chv cy wel da dan de ger dv div dz dzo ee ewe el gre en eng eo epo ' +
  'es spa et est eu baq fa per ff ful fi fin fj fij fo fao fr fre fy fry ga gle gd gla gl glg gn grn gu guj gv glv ha hau he heb hi hin ' +
  'ho hmo hr hrv ht hat hu hun hy arm hz her ia ina id ind ie ile ig ibo ii iii ik ipk io ido is ice it ita iu iku ja jpn jv jav ka geo ' +
  'kg kon ki kik kj kua kk kaz kl kal km khm kn kan ko kor kr kau ks kas ku kur kv kom kw cor ky kir la lat lb ltz lg lug li lim ln lin ' +
  'lo lao lt lit lu lub lv lav mg mlg mh mah mi mao mk mac ml mal mn mon mr mar ms may mt mlt my bur na nau nb nob nd nde ne nep ng ndo ' +
  'nl dut nn nno no nor nr nbl nv nav ny nya oc oci oj oji om orm or ori os oss pa pan pi pli pl pol ps pus pt por qu que rm roh rn run ' +
  'ro rum ru rus rw kin sa san sc srd sd snd se sme sg sag si sin sk slo sl slv sm smo sn sna so som sq alb sr srp ss ssw st sot su sun ' +
  'sv swe sw swa ta tam te tel tg tgk th tha ti tir tk tuk tl tgl tn tsn to ton tr tur ts tso tt tat tw twi ty tah ug uig uk ukr ur urd ' +
  'uz uzb ve ven vi vie vo vol wa wln wo wol xh xho yi yid yo yor za zha zh chi zu zul';

const codes = new Map([...table.matchAll(/(\S+) (\S+)/g)].map(([, two = '', three = '']) => [two, three]));

/** Languages that ISO 639-2 counts to another, and those of its three letters that have no two. */
const others: Readonly<Record<string, string>> = {
  ckb: 'kur',
  kmr: 'kur',
  azb: 'aze',
  azj: 'aze',
  prs: 'per',
  pes: 'per',
  arb: 'ara',
  pnb: 'lah',
  bal: 'bal',
  arc: 'arc',
  syr: 'syr',
  grc: 'grc',
  ota: 'ota',
  pal: 'pal',
  peo: 'peo',
  zza: 'zza',
  mul: 'mul',
  und: 'und',
};

/** The code of a BCP 47 tag; `mis`, which stands for languages without a code, where there is none. */
export const iso639 = (tag: string): string => codes.get(baseOf(tag)) ?? others[baseOf(tag)] ?? 'mis';

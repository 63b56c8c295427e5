import { cslItem } from '../../bibliography/csl-item.ts';
import type { WorksFormat } from './works-format.ts';

export const cslJson: WorksFormat = {
  name: 'CSL-JSON',
  extension: 'csl.json',
  mediaType: 'application/vnd.citationstyles.csl+json',
  lists: true,
  writeWorks: (works) => `${JSON.stringify(works.map(cslItem), null, 2)}\n`,
};
